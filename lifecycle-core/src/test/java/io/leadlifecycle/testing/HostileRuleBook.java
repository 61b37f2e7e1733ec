package io.leadlifecycle.testing;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.SlaStopped;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.AssignmentTerms;
import io.leadlifecycle.rule.Because;
import io.leadlifecycle.rule.ClockTerms;
import io.leadlifecycle.rule.EnrollmentTerms;
import io.leadlifecycle.rule.FlagTerms;
import io.leadlifecycle.rule.Message;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.TimerTerms;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A rule book that proposes anything, legal and illegal alike: it shows that no rule breaks an invariant. What it
 * proposes is a function of its seed, the event and the stage, so a history that failed fails again.
 *
 * <pre>{@code
 * RuleBook book = HostileRuleBook.of(lifecycle, directory, 7);
 * RuleBook worse = HostileRuleBook.of(lifecycle, directory, 7).failing();   // some of its rules throw
 * }</pre>
 *
 * <p>Immutable, thread-safe.
 */
public final class HostileRuleBook implements RuleBook {
    private static final List<String> CLOCKS = List.of("answer", "contact", "follow up");
    private static final List<String> TIMERS = List.of("stale", "reminder", "nobody hears");
    private static final List<String> FLAGS = List.of("hot", "cold");
    private static final List<Recipient.Sort> SORTS = List.of(Recipient.Sort.values());
    private static final List<String> ODD_NAMES = Arrays.asList("LIMBO", "", "stage wait", "\"\u2603\n", null);
    private static final List<TimeBudget> TIMES = List.of(
            TimeBudget.businessHours(0),
            TimeBudget.minutes(0),
            TimeBudget.parse("999 milliseconds"),
            TimeBudget.parse("1 second"),
            TimeBudget.businessMinutes(30),
            TimeBudget.businessHours(4),
            TimeBudget.businessDays(1),
            TimeBudget.hours(24),
            TimeBudget.months(1));

    /** What repeats for the life of a lead repeats at most once a day, or a history would never end. */
    private static final Set<TimeBudget> LONG =
            Set.of(TimeBudget.businessDays(1), TimeBudget.hours(24), TimeBudget.months(1));

    private final Lifecycle lifecycle;
    private final Directory directory;
    private final long seed;
    private final boolean fails;

    private HostileRuleBook(Lifecycle lifecycle, Directory directory, long seed, boolean fails) {
        this.lifecycle = lifecycle;
        this.directory = directory;
        this.seed = seed;
        this.fails = fails;
    }

    /**
     * A hostile book.
     *
     * @param lifecycle what it is judged against
     * @param directory whom it assigns leads to
     * @param seed which of the many hostile books
     * @return the book
     */
    public static HostileRuleBook of(Lifecycle lifecycle, Directory directory, long seed) {
        return new HostileRuleBook(lifecycle, directory, seed, false);
    }

    /**
     * The same book with rules that throw now and then.
     *
     * @return the book
     */
    public HostileRuleBook failing() {
        return new HostileRuleBook(lifecycle, directory, seed, true);
    }

    @Override
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public String version() {
        return "hostile " + seed + (fails ? " and failing" : "");
    }

    @Override
    public SortedSet<Integer> milestones(String clock) {
        return switch (CLOCKS.indexOf(clock)) {
            case 0 -> new TreeSet<>(Set.of(50, 80, 100, 200, 600));
            case 1 -> new TreeSet<>(Set.of(0, 99));
            default -> new TreeSet<>();
        };
    }

    @Override
    public Set<String> timers() {
        return Set.of("stale", "reminder");
    }

    @Override
    public void decide(LeadEvent event, RuleLead lead) {
        SplittableRandom chance =
                new SplittableRandom(seed * 1_000_003 + (event.toString() + lead.getStage()).hashCode());
        for (int rules = chance.nextInt(4); rules > 0; rules--) {
            fire(event, lead, chance);
        }
    }

    private void fire(LeadEvent event, RuleLead lead, SplittableRandom chance) {
        String rule = "H-" + (1 + chance.nextInt(12)) + " Something happens";
        boolean throwing = fails && chance.nextInt(40) == 0;
        lead.underRule(rule, () -> {
            for (int proposals = 1 + chance.nextInt(3); proposals > 0; proposals--) {
                propose(event, lead, chance);
            }
            if (throwing) {
                fail(rule, chance.nextInt(3));
            }
        });
    }

    private static void fail(String rule, int how) {
        switch (how) {
            case 0 -> throw new RuleFailedException(rule, "The rule \"" + rule + "\" failed on purpose.");
            case 1 -> throw new IllegalStateException("failed on purpose");
            default -> TimeBudget.hours(-1);
        }
    }

    /** Something due starts less than it ends, or a single lead would go on for ever, legally. */
    private void propose(LeadEvent event, RuleLead lead, SplittableRandom chance) {
        boolean due = event instanceof SlaReached || event instanceof TimerFired || event instanceof SlaStopped;
        switch (chance.nextInt(due ? 14 : 10)) {
            case 0, 1, 2, 3 -> move(lead, chance);
            case 4 -> talk(lead, chance);
            case 5 -> facts(lead, chance);
            case 6 -> own(lead, chance);
            case 7 -> clock(lead, chance);
            case 8 -> timer(lead, chance);
            default -> handle(lead, chance);
        }
    }

    private void move(RuleLead lead, SplittableRandom chance) {
        Because move = switch (chance.nextInt(12)) {
            case 0, 1 -> lead.qualifyAs(any(lifecycle.types(), chance));
            case 2 -> lead.recycle(reason(chance));
            case 3 -> lead.disqualify(reason(chance));
            case 4 -> lead.moveTo(any(lifecycle.stageNames(), chance), reason(chance));
            case 5 -> lead.moveTo(any(lifecycle.stageNames(), chance));
            default -> along(lead, chance);
        };
        if (chance.nextInt(10) > 0) {
            move.because(chance.nextInt(20) == 0 ? " " : "the book wants it");
        }
    }

    /** Along one of the paths, so that the late stages are reached too. */
    private Because along(RuleLead lead, SplittableRandom chance) {
        List<Path> paths = lifecycle.pathsFrom(lead.getStage());
        if (paths.isEmpty()) {
            return lead.moveTo(any(lifecycle.stageNames(), chance));
        }
        String to = paths.get(chance.nextInt(paths.size())).to();
        String list = lifecycle.stage(to).map(Stage::picklist).orElse(null);
        return list == null ? lead.moveTo(to) : lead.moveTo(to, any(lifecycle.picklist(list), chance));
    }

    private void talk(RuleLead lead, SplittableRandom chance) {
        Message message = lead.tell(recipient(chance));
        if (chance.nextBoolean()) {
            message.cc(recipient(chance)).urgently();
        }
        switch (chance.nextInt(4)) {
            case 0 -> message.byEmail();
            case 1 -> message.because("listen");
            default -> message.about(any(CLOCKS, chance));
        }
        EnrollmentTerms terms = lead.enrollIn(any(lifecycle.sequences(), chance));
        if (chance.nextBoolean()) {
            terms.or(any(lifecycle.sequences(), chance));
        }
    }

    private Recipient recipient(SplittableRandom chance) {
        Recipient.Sort sort = SORTS.get(chance.nextInt(SORTS.size()));
        return new Recipient(sort, any(sort == Recipient.Sort.ROLE ? lifecycle.roles() : directory.names(), chance));
    }

    private Recipient assignee(SplittableRandom chance) {
        Recipient.Sort sort = SORTS.get(chance.nextInt(SORTS.size()));
        return new Recipient(
                sort, any(sort == Recipient.Sort.POOL ? directory.poolNames() : directory.names(), chance));
    }

    private void facts(RuleLead lead, SplittableRandom chance) {
        lead.meets(
                any(lifecycle.fitRequirements().stream().map(Requirement::name).toList(), chance));
        lead.addPoints(chance.nextInt(8) == 0 ? Long.MAX_VALUE : chance.nextInt(-20, 50));
    }

    private void own(RuleLead lead, SplittableRandom chance) {
        if (chance.nextInt(4) == 0) {
            lead.releaseOwner();
        } else {
            AssignmentTerms terms = lead.assignTo(assignee(chance));
            for (int more = chance.nextInt(4); more > 0; more--) {
                terms.or(assignee(chance));
            }
            if (chance.nextInt(3) == 0) {
                terms.atMost(chance.nextInt(-1, 3));
            }
        }
    }

    private static void clock(RuleLead lead, SplittableRandom chance) {
        String name = any(CLOCKS, chance);
        TimeBudget target = TIMES.get(chance.nextInt(TIMES.size()));
        ClockTerms terms = switch (chance.nextInt(6)) {
            case 0 -> lead.restartClock(name);
            case 1 -> lead.restartClock(name, target);
            case 2 -> lead.startClock(name).like(any(CLOCKS, chance));
            default -> lead.startClock(name, target);
        };
        switch (chance.nextInt(5)) {
            case 0 -> terms.since(lead.getSignal());
            case 1 -> terms.noLater();
            case 2 -> terms.acrossStages();
            case 3 ->
                terms.since(lead.getSignal().minusNanos(chance.nextLong(1L << 50)))
                        .acrossStages();
            default -> terms.noLater().since(lead.getSignal().plusSeconds(1));
        }
    }

    private void timer(RuleLead lead, SplittableRandom chance) {
        TimeBudget delay = TIMES.get(chance.nextInt(TIMES.size()));
        TimerTerms terms = lead.startTimer(any(TIMERS, chance), delay);
        if (LONG.contains(delay) && chance.nextBoolean()) {
            terms.repeating();
        }
        switch (chance.nextInt(3)) {
            case 0 -> terms.restartedBy(any(lifecycle.groupNames(), chance));
            case 1 -> terms.acrossStages();
            default -> {}
        }
    }

    private void flag(RuleLead lead, SplittableRandom chance) {
        FlagTerms terms = lead.raiseFlag(any(FLAGS, chance));
        switch (chance.nextInt(4)) {
            case 0 -> terms.until(any(lifecycle.groupNames(), chance));
            case 1 -> terms.whileInStage();
            case 2 -> terms.until(any(lifecycle.groupNames(), chance)).whileInStage();
            default -> {}
        }
    }

    private void handle(RuleLead lead, SplittableRandom chance) {
        switch (chance.nextInt(7)) {
            case 0 -> lead.pauseClock(any(CLOCKS, chance));
            case 1 -> lead.resumeClock(any(CLOCKS, chance));
            case 2 -> lead.stopClock(any(CLOCKS, chance));
            case 3 -> lead.cancelTimer(any(TIMERS, chance));
            case 4 -> lead.cancelTimer(chance.nextBoolean() ? "stage limit" : "stage review");
            case 5 -> flag(lead, chance);
            default -> lead.clearFlag(any(FLAGS, chance));
        }
    }

    private String reason(SplittableRandom chance) {
        return any(lifecycle.reasons().stream().map(Reason::name).toList(), chance);
    }

    /** Mostly one of the names, now and then one that nobody knows, a blank or missing one, or one of the core's own. */
    private static String any(Collection<String> names, SplittableRandom chance) {
        int odd = chance.nextInt(40);
        if (odd < ODD_NAMES.size() || names.isEmpty()) {
            return ODD_NAMES.get(odd % ODD_NAMES.size());
        }
        return List.copyOf(names).get(chance.nextInt(names.size()));
    }
}
