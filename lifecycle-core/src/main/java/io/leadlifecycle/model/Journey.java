package io.leadlifecycle.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands and where it was. Immutable.
 *
 * @param stage the stage the lead is in; empty only before its first entry
 * @param kind the kind of that stage
 * @param enteredAt when it was entered
 * @param trigger who caused that
 * @param reason the reason it was entered with, null when the stage takes none
 * @param finalReason whether that reason is final; a finally disqualified lead comes back by {@code Reinstated} only
 * @param stamps every stage the lead was in, sorted by name
 * @param recycles how often it was recycled
 * @param wantsBackTold whether the one notice after a final disqualification was sent
 */
public record Journey(
        String stage,
        StageKind kind,
        Instant enteredAt,
        Trigger trigger,
        @Nullable String reason,
        boolean finalReason,
        List<StageStamps> stamps,
        Recycles recycles,
        boolean wantsBackTold) {
    /** Copies the list. */
    public Journey {
        stamps = List.copyOf(stamps);
    }

    static Journey startingAt(Instant at) {
        return new Journey("", StageKind.OPEN, at, Trigger.AUTOMATIC, null, false, List.of(), Recycles.NONE, false);
    }

    /**
     * The journey after a move.
     *
     * @param to the stage entered
     * @param toKind its kind
     * @param at when
     * @param by who caused it
     * @param withReason the reason, null when none
     * @param isFinal whether the reason is final
     * @param score the lead's score at that instant
     * @return the new journey
     */
    public Journey movedTo(
            String to,
            StageKind toKind,
            Instant at,
            Trigger by,
            @Nullable String withReason,
            boolean isFinal,
            long score) {
        List<StageStamps> then = stamps;
        StageStamps left = Named.find(then, stage);
        if (left != null) {
            then = Named.with(then, left.left(enteredAt, at));
        }
        StageStamps known = Named.find(then, to);
        then = Named.with(then, known == null ? new StageStamps(to, at, at, 1, Duration.ZERO) : known.entered(at));
        Recycles recycled = toKind == StageKind.RECYCLED
                ? new Recycles(recycles.count() + 1, at, withReason, stage, at, score)
                : recycles;
        return new Journey(to, toKind, at, by, withReason, isFinal, then, recycled, false);
    }

    /**
     * The journey with what old data says. That the stage a lead begins in was entered is known by its stamp only, so
     * without one nothing is stamped. Of two stamps of one stage the earlier first and the later latest entry count, and
     * the larger number of entries; the stage the lead stands in was entered at its latest entry.
     *
     * @param data what was brought in
     * @param score the lead's score; one that begins as recycled has it from before
     * @return the new journey
     */
    public Journey imported(Import data, long score) {
        return data.begins()
                ? new Journey(
                                data.stage(),
                                data.kind(),
                                data.at(),
                                Trigger.AUTOMATIC,
                                data.reason(),
                                data.finalReason(),
                                stamps,
                                recycles,
                                false)
                        .completedBy(data, data.kind() == StageKind.RECYCLED ? score : recycles.scoreThen())
                : completedBy(data, recycles.scoreThen());
    }

    private Journey completedBy(Import data, long scoreThen) {
        List<StageStamps> then = stamps;
        for (StageStamps known : data.stamps()) {
            StageStamps own = Named.find(then, known.name());
            then = Named.with(then, own == null ? known : own.completedBy(known));
        }
        StageStamps here = Named.find(then, stage);
        StageStamps recycled = data.recycled() == null ? null : Named.find(then, data.recycled());
        Instant since = here == null ? enteredAt : here.latest();
        return new Journey(
                stage,
                kind,
                since,
                trigger,
                reason,
                finalReason,
                then,
                recycledAsIn(recycled, scoreThen),
                wantsBackTold);
    }

    private Recycles recycledAsIn(@Nullable StageStamps then, long scoreThen) {
        int count = then == null ? recycles.count() : then.entries();
        Instant lastAt = then == null ? recycles.lastAt() : then.latest();
        boolean same = Objects.equals(lastAt, recycles.lastAt());
        String lastReason = same ? recycles.lastReason() : null;
        return new Recycles(
                count,
                lastAt,
                kind == StageKind.RECYCLED ? reason : lastReason,
                same ? recycles.fromStage() : null,
                countsSince(lastAt),
                scoreThen);
    }

    private @Nullable Instant countsSince(@Nullable Instant recycledAt) {
        Instant since = Recycles.later(recycles.since(), recycledAt);
        return since == null && kind == StageKind.RECYCLED ? enteredAt : since;
    }

    /**
     * The stamps as of an instant, as if the visit that still lasts ended then.
     *
     * @param at the instant, not before the stage was entered
     * @return the stamps, sorted by name
     */
    public List<StageStamps> stampsUntil(Instant at) {
        StageStamps here = Named.find(stamps, stage);
        return here == null ? stamps : Named.with(stamps, here.left(enteredAt, at));
    }

    /**
     * The journey of two leads that are one from now on. Of two stamps of one stage the earlier first and the later
     * latest entry count, entries and times add; the visit that lasts on began at the latest entry into its stage.
     *
     * @param data what the merged lead brings
     * @return the new journey
     */
    public Journey absorbing(Absorption data) {
        Absorption.Standing stands = data.taken() == null
                ? new Absorption.Standing(stage, stage, kind, enteredAt, trigger, reason, finalReason)
                : data.taken();
        List<StageStamps> then = stampsUntil(data.at());
        for (StageStamps known : data.stamps()) {
            StageStamps own = Named.find(then, known.name());
            then = Named.with(then, own == null ? known : own.joinedWith(known));
        }
        StageStamps here = Named.find(then, stands.stage());
        Instant since = here == null || here.latest().isBefore(stands.enteredAt()) ? stands.enteredAt() : here.latest();
        boolean stamped = Named.find(data.taken() == null ? stamps : data.stamps(), stands.stage()) != null;
        if (here != null && stamped) {
            then = Named.with(then, here.lasting(here.finished().minus(Duration.between(since, data.at()))));
        }
        Recycles own = data.scoreThen() == null ? recycles : recycles.withScoreThen(data.scoreThen());
        return new Journey(
                stands.stage(),
                stands.kind(),
                since,
                stands.trigger(),
                stands.reason(),
                stands.finalReason(),
                then,
                own.joinedWith(data.recycles()),
                wantsBackTold || data.wantsBackTold());
    }

    /**
     * The journey with the one notice of a finally disqualified lead marked as sent.
     *
     * @return the new journey
     */
    public Journey withWantsBackTold() {
        return new Journey(stage, kind, enteredAt, trigger, reason, finalReason, stamps, recycles, true);
    }

    /**
     * The stamps of a stage.
     *
     * @param name the stage
     * @return its stamps, empty when the lead was never there
     */
    public Optional<StageStamps> stampsOf(String name) {
        return Optional.ofNullable(Named.find(stamps, name));
    }

    /**
     * Wall time in the stage the lead is in, this visit.
     *
     * @param now the instant to measure at
     * @return the time, never negative
     */
    public Duration timeInStage(Instant now) {
        return now.isBefore(enteredAt) ? Duration.ZERO : Duration.between(enteredAt, now);
    }

    /**
     * Wall time in a stage over all visits.
     *
     * @param name the stage
     * @param now the instant to measure a visit that still lasts at
     * @return the time, zero when the lead was never there
     */
    public Duration totalTimeIn(String name, Instant now) {
        StageStamps of = Named.find(stamps, name);
        Duration finished = of == null ? Duration.ZERO : of.finished();
        return name.equals(stage) ? finished.plus(timeInStage(now)) : finished;
    }

    /**
     * From when on counts what a lead that was recycled or put back does to qualify again.
     *
     * @return that instant; of an imported recycled lead without a date the import; null for a lead that never went back
     */
    public @Nullable Instant countsSince() {
        return recycles.since();
    }

    /**
     * The journey of a lead that was put back to where leads wait: only what it does from now on qualifies it again.
     *
     * @param score the lead's score
     * @return the new journey
     */
    public Journey countingAnew(long score) {
        return new Journey(
                stage,
                kind,
                enteredAt,
                trigger,
                reason,
                finalReason,
                stamps,
                recycles.countingFrom(enteredAt, score),
                wantsBackTold);
    }

    /**
     * Whether the lead is disqualified for a final reason.
     *
     * @return true when only {@code Reinstated} brings it back
     */
    public boolean finallyDisqualified() {
        return kind == StageKind.DISQUALIFIED && finalReason;
    }
}
