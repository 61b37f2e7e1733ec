package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.rule.Proposal;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says of a proposal that does not move the lead whether it makes sense in itself. One that does not makes its whole
 * rule refused. A name may be missing: a rule passes on what a profile or an event does not say.
 */
final class Soundness {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** A firing of such a timer would have the id of another entry, and its effects those of other effects. */
    private static final Set<String> OWN_ENTRIES = Set.of("notice", "owner", "handover", "review");

    private final Context context;

    Soundness(Context context) {
        this.context = context;
    }

    /** What is wrong with a proposal, null when nothing is. */
    @Nullable
    String problem(Proposal proposal) {
        if (proposal instanceof Proposal.StartClock start) {
            String time = start.target() == null ? null : badTime(start.target(), true);
            return first(named("clock", start.clock()), time);
        }
        if (proposal instanceof Proposal.StartTimer start) {
            String time = badTime(start.delay(), false);
            return first(named("timer", start.timer()), first(unknownGroup(start.restartedBy()), time));
        }
        if (proposal instanceof Proposal.CancelTimer cancel) {
            return named("timer", cancel.timer());
        }
        if (proposal instanceof Proposal.RaiseFlag raise) {
            return first(named("flag", raise.flag()), unknownGroup(raise.until()));
        }
        if (proposal instanceof Proposal.ClearFlag clear) {
            return named("flag", clear.flag());
        }
        if (proposal instanceof Proposal.Tell tell) {
            boolean known = Messages.canBeTold(tell.to()) && tell.cc().stream().allMatch(Messages::canBeTold);
            return known ? null : "a message needs somebody to go to; whose turn it is in a pool is nobody yet";
        }
        return unknown(proposal);
    }

    private @Nullable String unknown(Proposal proposal) {
        if (proposal instanceof Proposal.Points points) {
            return badPoints(points);
        }
        if (proposal instanceof Proposal.AssignTo assign) {
            return assign.ways().stream()
                    .map(this::badAssignee)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (proposal instanceof Proposal.EnrollIn enroll) {
            return enroll.sequences().stream()
                    .map(sequence -> Judge.unknown("sequence", sequence, context.lifecycle.sequences()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
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

    private static @Nullable String badPoints(Proposal.Points points) {
        boolean blank = points.noun() != null && points.noun().one().isBlank();
        if (blank) {
            return "the word for what the points are for is empty";
        }
        boolean adds = points instanceof Proposal.RemovePoints && points.points() < 0;
        return adds ? "removePoints takes 0 points or more, not " + points.points() + "; addPoints adds some" : null;
    }

    private @Nullable String unknownGroup(@Nullable String group) {
        return group == null ? null : Judge.unknown("event group", group, context.lifecycle.groupNames());
    }

    private static @Nullable String first(@Nullable String problem, @Nullable String other) {
        return problem == null ? other : problem;
    }

    private static @Nullable String named(String what, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return "a " + what + " needs a name";
        }
        boolean own = Moves.OWN_TIMERS.contains(name) || (what.equals("timer") && OWN_ENTRIES.contains(name));
        return own ? "the " + what + " \"" + name + "\" belongs to the lifecycle" : null;
    }

    private @Nullable String badAssignee(Recipient way) {
        return switch (way.sort()) {
            case PERSON -> Judge.unknown("person", way.name(), context.directory.names());
            case POOL -> pool(way.name());
            case TEAM, ROLE ->
                "a lead is owned by one person, not by the " + way.sort().name().toLowerCase(Locale.ROOT) + " \""
                        + way.name() + "\"; a team takes turns by roundRobin";
            default -> null;
        };
    }

    private @Nullable String pool(@Nullable String name) {
        SortedSet<String> pools = new TreeSet<>(context.lifecycle.pools());
        pools.addAll(context.directory.poolNames());
        return Judge.unknown("pool", name, pools);
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
