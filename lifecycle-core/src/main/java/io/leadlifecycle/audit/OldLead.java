package io.leadlifecycle.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an old system about one lead, every value as the text it was written as; a blank text is an unknown value.
 * Immutable; the verbs answer a new row:
 *
 * <pre>{@code
 * OldLead.row("deals.csv:2", "D1001", "In Work").ownedBy("ana").createdAt("2026-06-01").stampedIn("MQL", "2026-06-02");
 * }</pre>
 *
 * @param place where the row stands, for people
 * @param id the lead
 * @param status where it stands, as the old system calls it
 * @param owner who owns it
 * @param createdAt when it was created
 * @param updatedAt when the row was last changed
 * @param closedAt when it was won or lost
 * @param entries when it entered which stage, in the order given
 * @param reason why it stands there
 * @param key what two rows of one person share, such as an e-mail address
 * @param source where it came from
 */
public record OldLead(
        String place,
        String id,
        String status,
        String owner,
        String createdAt,
        String updatedAt,
        String closedAt,
        List<Entry> entries,
        String reason,
        String key,
        String source) {
    /**
     * One entry into a stage.
     *
     * @param stage the stage or the old status value
     * @param at when
     */
    public record Entry(String stage, String at) {}

    /** Copies the list. */
    public OldLead {
        entries = List.copyOf(entries);
    }

    /**
     * A row of which nothing else is known.
     *
     * @param place where the row stands, for people
     * @param id the lead
     * @param status where it stands
     * @return the row
     */
    public static OldLead row(String place, @Nullable String id, @Nullable String status) {
        return new OldLead(place, text(id), text(status), "", "", "", "", List.of(), "", "", "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * With an owner.
     *
     * @param person the owner
     * @return the row
     */
    public OldLead ownedBy(@Nullable String person) {
        return new OldLead(
                place, id, status, text(person), createdAt, updatedAt, closedAt, entries, reason, key, source);
    }

    /**
     * With the time of creation; it stamps no stage.
     *
     * @param at when
     * @return the row
     */
    public OldLead createdAt(@Nullable String at) {
        return new OldLead(place, id, status, owner, text(at), updatedAt, closedAt, entries, reason, key, source);
    }

    /**
     * With the time of the latest change.
     *
     * @param at when
     * @return the row
     */
    public OldLead updatedAt(@Nullable String at) {
        return new OldLead(place, id, status, owner, createdAt, text(at), closedAt, entries, reason, key, source);
    }

    /**
     * With the time it was closed; for a lead that is won or lost it stamps that stage.
     *
     * @param at when
     * @return the row
     */
    public OldLead closedAt(@Nullable String at) {
        return new OldLead(place, id, status, owner, createdAt, updatedAt, text(at), entries, reason, key, source);
    }

    /**
     * With one more entry into a stage; a blank time says nothing.
     *
     * @param stage the stage or the old status value
     * @param at when
     * @return the row
     */
    public OldLead stampedIn(String stage, @Nullable String at) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(stage, text(at)));
        return new OldLead(place, id, status, owner, createdAt, updatedAt, closedAt, more, reason, key, source);
    }

    /**
     * With a reason.
     *
     * @param why why it stands there
     * @return the row
     */
    public OldLead because(@Nullable String why) {
        return new OldLead(place, id, status, owner, createdAt, updatedAt, closedAt, entries, text(why), key, source);
    }

    /**
     * With a key.
     *
     * @param shared what two rows of one person share
     * @return the row
     */
    public OldLead keyed(@Nullable String shared) {
        return new OldLead(
                place, id, status, owner, createdAt, updatedAt, closedAt, entries, reason, text(shared), source);
    }

    /**
     * With a source.
     *
     * @param where where it came from
     * @return the row
     */
    public OldLead from(@Nullable String where) {
        return new OldLead(place, id, status, owner, createdAt, updatedAt, closedAt, entries, reason, key, text(where));
    }
}
