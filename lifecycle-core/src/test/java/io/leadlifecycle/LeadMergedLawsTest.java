package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.TouchHistory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What a merge promises, whatever two leads have lived through. */
class LeadMergedLawsTest {
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 5);
    private static final String MERGE = "the merge";

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE)
                .histories();
    }

    /** Two leads right before they become one, with what was due before. */
    private record Two(LifecycleEngine engine, Lead source, Lead target, Instant at) {
        Outcome merge() {
            return engine.fire(new LeadMerged(MERGE, source.id(), at, target.id()));
        }

        Lead then() {
            return engine.lead(target.id()).orElseThrow();
        }
    }

    private static Instant after(List<LeadEvent> history) {
        return history.stream()
                .map(LeadEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(LeadArbitraries.BEGIN)
                .plus(Duration.ofHours(3));
    }

    private static Two lived(RuleBook book, List<LeadEvent> history) {
        LifecycleEngine engine =
                LifecycleEngine.builder(book).directory(SampleLifecycle.PEOPLE).build();
        engine.fireAll(history);
        Instant at = after(history);
        engine.advanceTo(at.minusMillis(1));
        List<Lead> open = List.of("L-1", "L-2", "L-3", "L-4").stream()
                .flatMap(id -> engine.lead(id).stream())
                .filter(lead -> lead.mergedInto().isEmpty())
                .toList();
        Assume.that(open.size() >= 2);
        Lead source = open.get(0);
        Lead target = open.get(1);
        Assume.that(!source.lastEntryAt().isAfter(at) && !target.lastEntryAt().isAfter(at));
        return new Two(engine, source, target, at);
    }

    private static Two merged(List<LeadEvent> history) {
        Two two = lived(LambdaRuleBook.of(Scene::noRule), history);
        assertThat(two.merge().status()).isEqualTo(Outcome.Status.APPLIED);
        return two;
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void counts_and_times_add(@ForAll("histories") List<LeadEvent> history) {
        Two two = merged(history);
        Lead then = two.then();
        for (String stage : SampleLifecycle.lifecycle().stageNames()) {
            assertThat(entries(then, stage)).isEqualTo(entries(two.source, stage) + entries(two.target, stage));
        }
        for (StageStamps stamps : then.journey().stamps()) {
            Optional<StageStamps> one = two.source.journey().stampsOf(stamps.name());
            Optional<StageStamps> other = two.target.journey().stampsOf(stamps.name());
            if (one.isPresent() && other.isPresent()) {
                assertThat(then.journey().totalTimeIn(stamps.name(), two.at))
                        .isEqualTo(
                                time(two.source, stamps.name(), two.at).plus(time(two.target, stamps.name(), two.at)));
            }
        }
        assertThat(then.journey().recycles().count())
                .isEqualTo(two.source.journey().recycles().count()
                        + two.target.journey().recycles().count());
        for (String kind : SampleLifecycle.lifecycle().touchpointKinds()) {
            assertThat(touches(then, kind)).isEqualTo(touches(two.source, kind) + touches(two.target, kind));
            then.touches()
                    .of(kind)
                    .ifPresent(touched -> assertThat(touched.instants())
                            .hasSize(Math.min(touched.count(), TouchHistory.REMEMBERED))
                            .isSorted());
        }
        assertThat(then.contact().attempts())
                .isEqualTo(
                        two.source.contact().attempts() + two.target.contact().attempts());
    }

    private static int entries(Lead lead, String stage) {
        return lead.journey().stampsOf(stage).map(StageStamps::entries).orElse(0);
    }

    private static Duration time(Lead lead, String stage, Instant at) {
        return lead.journey().totalTimeIn(stage, at);
    }

    private static int touches(Lead lead, String kind) {
        return lead.touches().of(kind).map(TouchHistory::count).orElse(0);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void the_earliest_stamps_count_and_the_narrowest_restriction(@ForAll("histories") List<LeadEvent> history) {
        Two two = merged(history);
        Lead then = two.then();
        for (Lead lead : List.of(two.source, two.target)) {
            lead.journey()
                    .stamps()
                    .forEach(stamps -> assertThat(then.journey().stampsOf(stamps.name()))
                            .hasValueSatisfying(both -> {
                                assertThat(both.first()).isBeforeOrEqualTo(stamps.first());
                                assertThat(both.latest()).isAfterOrEqualTo(stamps.latest());
                            }));
            assertThat(then.origin().createdAt())
                    .isBeforeOrEqualTo(lead.origin().createdAt());
            assertThat(then.contact().allowed())
                    .isGreaterThanOrEqualTo(lead.contact().allowed());
        }
        assertThat(then.contact().allowed())
                .isIn(two.source.contact().allowed(), two.target.contact().allowed());
        assertThat(Contactable.values()).contains(then.contact().allowed());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void finality_wins_then_the_stage_furthest_along(@ForAll("histories") List<LeadEvent> history) {
        Two two = merged(history);
        JournalEntry absorbed = two.engine.journal(two.target.id()).get((int) two.target.entries());
        Lead then = absorbed.applyTo(two.target);
        boolean eitherIsFinal = two.source.journey().finallyDisqualified()
                || two.target.journey().finallyDisqualified();
        if (eitherIsFinal) {
            assertThat(two.then().journey().finallyDisqualified()).isTrue();
        } else if (absorbed.moves().isEmpty()) {
            assertThat(then.stage()).isIn(two.source.stage(), two.target.stage());
            if (then.journey().kind() == StageKind.OPEN && !isQualified(then.stage())) {
                assertThat(List.of(two.source, two.target))
                        .as("qualified before")
                        .noneMatch(lead -> lead.journey().kind() == StageKind.RECYCLED);
            }
        }
    }

    private static boolean isQualified(String stage) {
        return SampleLifecycle.lifecycle().place(stage)
                >= SampleLifecycle.lifecycle().place("MQL");
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void who_is_out_for_good_is_given_to_nobody(@ForAll("histories") List<LeadEvent> history) {
        Two two = merged(history);
        if (two.then().journey().finallyDisqualified()) {
            assertThat(two.then().ownership().owner())
                    .isEqualTo(two.target.ownership().owner());
            assertThat(two.then().ownership().waiting()).isNull();
            assertThat(two.engine.journal(two.target.id()).get((int) two.target.entries()))
                    .satisfies(absorbed -> assertThat(absorbed.effects()).isEmpty());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void two_deals_are_not_mixed(@ForAll("histories") List<LeadEvent> history) {
        Two two = merged(history);
        String one = two.source.deal().opportunityId();
        String other = two.target.deal().opportunityId();
        if (one != null && other != null && !one.equals(other)) {
            assertThat(two.then().deal()).isIn(two.source.deal(), two.target.deal());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void whatever_rules_do_both_journals_fold_and_a_repeat_changes_nothing(
            @ForAll("histories") List<LeadEvent> history) {
        Two two = lived(BOOK, history);
        Outcome first;
        try {
            first = two.merge();
        } catch (RuleFailedException circle) {
            assertThat(two.engine.lead(two.source.id())).contains(two.source);
            assertThat(two.then()).isEqualTo(two.target);
            return;
        }
        Lead target = two.then();
        Outcome again = two.merge();
        assertThat(again.status()).isEqualTo(Outcome.Status.REPEATED);
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(two.then()).isEqualTo(target);
        two.engine.advanceTo(two.at.plus(Duration.ofDays(40)));
        for (String id : List.of(two.source.id(), two.target.id())) {
            LifecycleInvariants.assertHold(
                    BOOK.lifecycle(),
                    two.engine.journal(id),
                    two.engine.lead(id).orElseThrow());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void what_comes_later_for_the_source_is_as_if_it_came_for_the_target(@ForAll("histories") List<LeadEvent> history) {
        Two passedOn = merged(history);
        Two direct = merged(history);
        Instant at = passedOn.at.plusSeconds(60);
        Outcome outcome = passedOn.engine.fire(new Touchpoint("later", passedOn.source.id(), at, "demo request"));
        direct.engine.fire(new Touchpoint("later", direct.target.id(), at, "demo request"));
        assertThat(outcome.leadId()).isEqualTo(passedOn.target.id());
        assertThat(passedOn.then()).isEqualTo(direct.then());
        assertThat(passedOn.engine.lead(passedOn.source.id())).isEqualTo(direct.engine.lead(direct.source.id()));
    }

    /**
     * Which lead goes on does not matter to what is known of both; nor does the order of three. Whether the contact data is
     * right is said of the address that stays, and that is the target's.
     */
    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void the_order_of_merges_does_not_change_what_adds_up(@ForAll("histories") List<LeadEvent> history) {
        Two two = lived(LambdaRuleBook.of(Scene::noRule), history);
        Two other = lived(LambdaRuleBook.of(Scene::noRule), history);
        two.merge();
        other.engine.fire(new LeadMerged(MERGE, two.target.id(), two.at, two.source.id()));
        Lead one = two.then();
        Lead crossed = other.engine.lead(two.source.id()).orElseThrow();
        for (StageStamps stamps : one.journey().stamps()) {
            assertThat(crossed.journey().stampsOf(stamps.name())).hasValueSatisfying(then -> {
                assertThat(then.first()).isEqualTo(stamps.first());
                assertThat(then.latest()).isEqualTo(stamps.latest());
                assertThat(then.entries()).isEqualTo(stamps.entries());
            });
        }
        assertThat(crossed.contact().invalid(false)).isEqualTo(one.contact().invalid(false));
        assertThat(crossed.touches()).isEqualTo(one.touches());
        assertThat(crossed.qualification().score())
                .isEqualTo(one.qualification().score());
    }

    @Example
    void merges_that_cross_in_many_threads_end_and_leave_one_lead() throws InterruptedException, ExecutionException {
        LifecycleEngine engine = new Scene().engine(Scene::noRule);
        int leads = 24;
        List<Callable<Outcome>> work = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            engine.fire(new LeadCreated("created", "L-" + i, Scene.MONDAY_9, "web", Map.of()));
        }
        for (int i = 0; i < leads; i++) {
            for (int j = 0; j < leads; j++) {
                String id = i + " into " + j;
                String source = "L-" + i;
                String target = "L-" + j;
                work.add(() -> engine.fire(new LeadMerged(id, source, Scene.at(1), target)));
                work.add(() -> engine.fire(new Touchpoint(id + " touch", source, Scene.at(2), "demo request")));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Outcome> outcome : threads.invokeAll(work)) {
                assertThat(outcome.get().status()).isIn(Outcome.Status.APPLIED, Outcome.Status.REFUSED);
            }
        } finally {
            threads.shutdownNow();
        }
        List<Lead> left = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            Lead lead = engine.lead("L-" + i).orElseThrow();
            LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal(lead.id()), lead);
            if (lead.mergedInto().isEmpty()) {
                left.add(lead);
            }
        }
        assertThat(left)
                .singleElement()
                .satisfies(lead -> assertThat(entries(lead, "NEW")).isEqualTo(leads));
    }
}
