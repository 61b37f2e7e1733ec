package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.loading.BookFiles;
import io.leadlifecycle.rules.loading.ClassPathSource;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.words.EventTypes;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Nobody is in limbo in the standard book: every lost lead is recycled or disqualified, every recycled lead has a date. */
class StandardRecyclingLawsTest {
    private static final int TRIES = 60;
    private static final TimeBudget LIMIT_OF_A_LOST_LEAD = TimeBudget.businessDays(5);

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(STANDARD.book().lifecycle(), Preset.PEOPLE).histories();
    }

    private static LifecycleEngine engine(DroolsRuleBook book) {
        return LifecycleEngine.builder(book).directory(Preset.PEOPLE).build();
    }

    private static Stream<Lead> leads(LifecycleEngine engine, List<LeadEvent> history) {
        return history.stream().map(LeadEvent::leadId).distinct().flatMap(id -> engine.lead(id).stream());
    }

    private static Instant end(List<LeadEvent> history) {
        return history.stream().map(LeadEvent::at).max(Instant::compareTo).orElseThrow();
    }

    private static Instant limitOf(Instant lost) {
        BusinessCalendar calendar =
                STANDARD.book().lifecycle().calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        return LIMIT_OF_A_LOST_LEAD.dueAfter(calendar, lost);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void a_lead_was_recycled_as_often_as_it_entered_recycled(@ForAll("histories") List<LeadEvent> history) {
        LifecycleEngine engine = engine(STANDARD.book());
        engine.fireAll(history);
        engine.advanceTo(end(history).plus(Duration.ofDays(200)));

        leads(engine, history).forEach(lead -> {
            int entries = lead.journey()
                    .stampsOf("RECYCLED")
                    .map(StageStamps::entries)
                    .orElse(0);
            assertThat(lead.journey().recycles().count()).isEqualTo(entries);
            if (history.stream().noneMatch(event -> event instanceof LeadImported)) {
                assertThat(movesTo("RECYCLED", engine.journal(lead.id()))).isEqualTo(entries);
            }
        });
    }

    private static long movesTo(String stage, List<JournalEntry> journal) {
        return journal.stream()
                .flatMap(entry -> entry.moves().stream())
                .filter(move -> move.to().equals(stage))
                .count();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void no_lead_stays_lost_beyond_the_limit(@ForAll("histories") List<LeadEvent> history) {
        LifecycleEngine engine = engine(STANDARD.book());
        for (LeadEvent event : history) {
            engine.fireAll(List.of(event));
            engine.lead(event.leadId())
                    .filter(lead -> lead.stage().equals("CLOSED_LOST"))
                    .ifPresent(lead ->
                            assertThat(limitOf(lead.journey().enteredAt())).isAfterOrEqualTo(lead.lastEntryAt()));
        }
        engine.advanceTo(limitOf(end(history)));

        assertThat(leads(engine, history)).extracting(Lead::stage).doesNotContain("CLOSED_LOST");
    }

    @Property(tries = TRIES)
    void a_lead_that_nobody_dispositioned_goes_at_the_limit_and_no_millisecond_before(
            @ForAll @IntRange(max = 60 * 24 * 400) int minutes) {
        Instant lost = LeadArbitraries.BEGIN.plus(Duration.ofMinutes(minutes));
        LifecycleEngine engine = engine(STANDARD.book());
        engine.fire(new LeadImported("e-1", "L-1", lost, "CLOSED_LOST", Map.of()));

        engine.advanceTo(limitOf(lost).minusMillis(1));
        assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo("CLOSED_LOST");
        engine.advanceTo(limitOf(lost));

        Lead lead = engine.lead("L-1").orElseThrow();
        assertThat(lead.stage()).isEqualTo("RECYCLED");
        assertThat(lead.journey().reason()).isEqualTo("timing");
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void no_recycled_lead_is_without_a_date(
            @ForAll("histories") List<LeadEvent> history, @ForAll @IntRange(max = 1_500) int days) {
        LifecycleEngine engine = engine(STANDARD.book());
        for (LeadEvent event : history) {
            engine.fireAll(List.of(event));
            engine.lead(event.leadId()).ifPresent(StandardRecyclingLawsTest::assertHasDate);
        }
        engine.advanceTo(end(history).plus(Duration.ofDays(days)));

        leads(engine, history).forEach(StandardRecyclingLawsTest::assertHasDate);
    }

    private static void assertHasDate(Lead lead) {
        if (lead.stage().equals("RECYCLED")) {
            assertThat(lead.timer("re-evaluation"))
                    .as(lead.id())
                    .hasValueSatisfying(timer -> assertThat(timer.dueAt()).isAfterOrEqualTo(lead.lastEntryAt()));
        }
    }

    /** Two stages with a path there and back that a person may take. */
    enum Pair {
        MQL(1, "SAL"),
        SAL(2, "WORKING"),
        WORKING(3, "SQL"),
        SQL(4, "OPPORTUNITY");

        private final int number;
        private final String there;

        Pair(int number, String there) {
            this.number = number;
            this.there = there;
        }

        /** Rules that move a lead whenever a stage is entered, and rules that move it whenever a meeting is set. */
        private String rules() {
            return rule("X-" + number, "StageEntered( stage == \"" + this + "\"", "circle", there)
                    + rule("Y-" + number, "StageEntered( stage == \"" + there + "\"", "circle", name())
                    + rule("V-" + number, "MeetingSet( lead.stage == \"" + this + "\"", "event", there)
                    + rule("W-" + number, "MeetingSet( lead.stage == \"" + there + "\"", "event", name());
        }

        private String rule(String id, String pattern, String sort, String to) {
            return "rule \"" + id + " It goes to " + to + "\" when " + pattern + ", lead.country == \"" + sort + " "
                    + this + "\" ) then lead.moveTo(\"" + to + "\").because(\"to and fro\"); end\n";
        }
    }

    private static final class Books {
        /** The standard book with the rules of all pairs. */
        private static final DroolsRuleBook TO_AND_FRO = toAndFro();

        private static DroolsRuleBook toAndFro() {
            BookFiles standard = BookFiles.from(
                    new ClassPathSource("io/leadlifecycle/rules/standard", DroolsRuleBook.class.getClassLoader()),
                    EventTypes.ofCore().names());
            SortedMap<String, String> files = new TreeMap<>(standard.drlByFile());
            StringBuilder rules = new StringBuilder();
            for (Pair pair : Pair.values()) {
                rules.append(pair.rules());
            }
            files.put("to-and-fro.drl", rules.toString());
            return DroolsRuleBook.of(standard.lifecycle(), files);
        }
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.of(Pair.class);
    }

    private static LifecycleEngine standing(Pair pair, String sort) {
        LifecycleEngine engine = engine(Books.TO_AND_FRO);
        Instant at = LeadArbitraries.BEGIN;
        engine.fire(new LeadImported("e-1", "L-1", at, pair.there, Map.of()).ownedBy("ana"));
        engine.fire(new ProfileUpdated("e-2", "L-1", at, Map.of("country", sort + " " + pair)));
        return engine;
    }

    @Property
    void two_rules_that_move_a_lead_to_and_fro_end_in_an_error_that_names_both(@ForAll("pairs") Pair pair) {
        LifecycleEngine engine = standing(pair, "circle");
        Lead before = engine.lead("L-1").orElseThrow();
        List<JournalEntry> journal = engine.journal("L-1");
        LeadEvent back = new StageChangeRequested("e-3", "L-1", LeadArbitraries.BEGIN, pair.name());

        assertThatExceptionOfType(RuleFailedException.class)
                .isThrownBy(() -> engine.fire(back))
                .withMessageContaining("L-1")
                .withMessageContaining("circle")
                .withMessageContaining("X-" + pair.number + " It goes to " + pair.there)
                .withMessageContaining("Y-" + pair.number + " It goes to " + pair);
        assertThat(engine.lead("L-1")).contains(before);
        assertThat(engine.journal("L-1")).isEqualTo(journal);
    }

    @Property
    void the_same_two_on_an_event_of_the_host_move_it_once_per_event(
            @ForAll("pairs") Pair pair, @ForAll @IntRange(min = 1, max = 8) int events) {
        LifecycleEngine engine = standing(pair, "event");
        for (int i = 1; i <= events; i++) {
            Instant at = LeadArbitraries.BEGIN.plusSeconds(i);
            engine.fire(new MeetingSet("m-" + i, "L-1", at).by("ana"));

            List<JournalEntry> journal = engine.journal("L-1");
            assertThat(journal.get(journal.size() - 1).moves()).hasSize(1);
            assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo(i % 2 == 1 ? pair.name() : pair.there);
        }
    }
}
