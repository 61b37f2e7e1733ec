package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.StageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a lifecycle with its auditable criteria. Immutable; the verbs answer a new stage:
 *
 * <pre>{@code
 * Stage.of("NEW", StageKind.OPEN)
 *         .evaluating()
 *         .waitingFor(List.of("industry", "employees"), TimeBudget.businessDays(1))
 *         .otherwise("NURTURE", null);
 * }</pre>
 *
 * @param name the stage
 * @param kind what the core needs to know of it
 * @param words what people need to know of it
 * @param qualifies whether a rule that qualifies a lead leads here; at most one stage does
 * @param evaluates whether news about a lead that stands here is evaluated
 * @param expected how long a lead is expected to stay, null when nobody says
 * @param waitsFor the profile fields an evaluation waits for
 * @param atMost how long it waits for them, null when it waits for nothing
 * @param otherwise the stage for a lead that no rule moved, null when staying is an answer
 * @param otherwiseReason the reason for that move, where that stage needs one
 * @param limit the longest stay, null when there is none
 * @param picklist the picklist a reason for entering must come from, null when entering needs no reason
 */
public record Stage(
        String name,
        StageKind kind,
        Words words,
        boolean qualifies,
        boolean evaluates,
        @Nullable TimeBudget expected,
        List<String> waitsFor,
        @Nullable TimeBudget atMost,
        @Nullable String otherwise,
        @Nullable String otherwiseReason,
        @Nullable Limit limit,
        @Nullable String picklist) {
    /**
     * What people need to know of a stage.
     *
     * @param apiName the name for systems that allow no spaces
     * @param owner who answers for leads in it: a role, team or person of the lifecycle, empty for nobody
     * @param definition what it means
     * @param entry the entry criteria
     * @param exit the exit criteria
     */
    public record Words(String apiName, String owner, String definition, String entry, String exit) {}

    /**
     * The longest stay in a stage.
     *
     * @param after how long
     * @param then the stage the core moves the lead to
     * @param reason the reason for that move, where that stage needs one
     */
    public record Limit(
            TimeBudget after, String then, @Nullable String reason) {}

    /** Copies the list. */
    public Stage {
        waitsFor = List.copyOf(waitsFor);
    }

    /**
     * A stage that has nothing yet but its name and kind.
     *
     * @param name the stage
     * @param kind its kind
     * @return the stage
     */
    public static Stage of(String name, StageKind kind) {
        Words none = new Words(name, "", "", "", "");
        return new Stage(name, kind, none, false, false, null, List.of(), null, null, null, null, null);
    }

    /**
     * With what people need to know.
     *
     * @param says the words
     * @return the stage
     */
    public Stage saying(Words says) {
        return new Stage(
                name,
                kind,
                says,
                qualifies,
                evaluates,
                expected,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                limit,
                picklist);
    }

    /**
     * Marked as the stage that {@code qualifyAs} leads to.
     *
     * @return the stage
     */
    public Stage qualifying() {
        return new Stage(
                name,
                kind,
                words,
                true,
                evaluates,
                expected,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                limit,
                picklist);
    }

    /**
     * Marked as a stage where news about a lead is evaluated.
     *
     * @return the stage
     */
    public Stage evaluating() {
        return new Stage(
                name,
                kind,
                words,
                qualifies,
                true,
                expected,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                limit,
                picklist);
    }

    /**
     * With the expected time of stay.
     *
     * @param stay how long
     * @return the stage
     */
    public Stage expecting(TimeBudget stay) {
        return new Stage(
                name,
                kind,
                words,
                qualifies,
                evaluates,
                stay,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                limit,
                picklist);
    }

    /**
     * Waiting for profile fields before {@code otherwise} applies.
     *
     * @param fields the fields
     * @param longest how long
     * @return the stage
     */
    public Stage waitingFor(List<String> fields, TimeBudget longest) {
        return new Stage(
                name,
                kind,
                words,
                qualifies,
                evaluates,
                expected,
                fields,
                longest,
                otherwise,
                otherwiseReason,
                limit,
                picklist);
    }

    /**
     * With the stage for a lead that no rule moved.
     *
     * @param stage that stage
     * @param reason the reason, null where it needs none
     * @return the stage
     */
    public Stage otherwise(String stage, @Nullable String reason) {
        return new Stage(
                name, kind, words, qualifies, evaluates, expected, waitsFor, atMost, stage, reason, limit, picklist);
    }

    /**
     * With a longest stay.
     *
     * @param longest the limit and what follows
     * @return the stage
     */
    public Stage limitedTo(Limit longest) {
        return new Stage(
                name,
                kind,
                words,
                qualifies,
                evaluates,
                expected,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                longest,
                picklist);
    }

    /**
     * With the picklist a reason for entering must come from.
     *
     * @param list the picklist
     * @return the stage
     */
    public Stage withReasonsFrom(String list) {
        return new Stage(
                name,
                kind,
                words,
                qualifies,
                evaluates,
                expected,
                waitsFor,
                atMost,
                otherwise,
                otherwiseReason,
                limit,
                list);
    }
}
