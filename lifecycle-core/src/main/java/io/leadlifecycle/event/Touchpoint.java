package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead did something: visited a page, downloaded, attended, asked for a demo.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param kind a kind of the lifecycle, such as {@code demo request}
 * @param source where it happened
 * @param campaign the campaign
 * @param content what was read or attended
 * @param detail anything more
 * @param actor who did it, null when unknown
 */
public record Touchpoint(
        String id,
        String leadId,
        Instant at,
        String kind,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String content,
        @Nullable String detail,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param kind a kind of the lifecycle, such as {@code demo request}
     */
    public Touchpoint(String id, String leadId, Instant at, String kind) {
        this(id, leadId, at, kind, null, null, null, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public Touchpoint by(String person) {
        return new Touchpoint(id, leadId, at, kind, source, campaign, content, detail, person);
    }
}
