package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.Recipient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says of a proposal that does not move the lead whether it makes sense in itself. One that does not makes its whole
 * rule refused. A name may be missing: a rule passes on what a profile or an event does not say.
 */
final class Soundness {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Context context;

    Soundness(Context context) {
        this.context = context;
    }

    /** What is wrong with a proposal, null when nothing is. */
    @Nullable
    String problem(Proposal proposal) {
        if (proposal instanceof Proposal.StartClock start) {
            return first(named("clock", start.clock()), badTime(start.target(), true));
        }
        if (proposal instanceof Proposal.StartTimer start) {
            String group = start.restartedBy();
            String unknown = group == null ? null : Judge.unknown("event group", group, context.lifecycle.groupNames());
            return first(named("timer", start.timer()), first(unknown, badTime(start.delay(), false)));
        }
        if (proposal instanceof Proposal.CancelTimer cancel) {
            return named("timer", cancel.timer());
        }
        if (proposal instanceof Proposal.RaiseFlag raise) {
            return named("flag", raise.flag());
        }
        if (proposal instanceof Proposal.ClearFlag clear) {
            return named("flag", clear.flag());
        }
        if (proposal instanceof Proposal.Tell tell) {
            boolean known = isKnown(tell.to()) && tell.cc().stream().allMatch(Soundness::isKnown);
            return known ? null : "a message needs somebody to go to";
        }
        return unknown(proposal);
    }

    private @Nullable String unknown(Proposal proposal) {
        if (proposal instanceof Proposal.AssignTo assign) {
            return Judge.unknown("person", assign.person(), context.directory.names());
        }
        if (proposal instanceof Proposal.EnrollIn enroll) {
            return Judge.unknown("sequence", enroll.sequence(), context.lifecycle.sequences());
        }
        if (proposal instanceof Proposal.Meets meets) {
            return Judge.unknown(
                    "requirement",
                    meets.requirement(),
                    context.lifecycle.fitRequirements().stream()
                            .map(Requirement::name)
                            .toList());
        }
        return null;
    }

    private static @Nullable String first(@Nullable String problem, @Nullable String other) {
        return problem == null ? other : problem;
    }

    private static @Nullable String named(String what, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return "a " + what + " needs a name";
        }
        boolean own = name.equals(Moves.WAIT) || name.equals(Moves.LIMIT);
        return own ? "the " + what + " \"" + name + "\" belongs to the lifecycle" : null;
    }

    private static boolean isKnown(@Nullable Recipient recipient) {
        return recipient != null && (Object) recipient.name() != null;
    }

    private @Nullable String badTime(TimeBudget time, boolean zeroAllowed) {
        if (time.amount() == 0 && zeroAllowed) {
            return null;
        }
        boolean months = time.unit() == TimeBudget.Unit.MONTHS;
        BusinessCalendar calendar =
                context.lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        boolean tooShort = time.amount() == 0 || (!months && time.in(calendar).compareTo(SHORTEST) < 0);
        return tooShort ? "the time " + time + " is below one second" : null;
    }
}
