package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.businessMinutes;
import static io.leadlifecycle.rule.RuleWords.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.ClockRecomputed;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Span;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 2 March 2026 is a Monday. The acceptance clock is 4 business hours, told of at 50, 80, 100 and 200 percent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecomputeTest {
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private LifecycleEngine engine = engine(Office.PLAIN, SampleLifecycle.PEOPLE);
    private int ids;

    private LifecycleEngine engine(RuleBook book, Directory people) {
        return LifecycleEngine.builder(book).directory(people).store(store).build();
    }

    private void edited(RuleBook book) {
        engine = engine(book, SampleLifecycle.PEOPLE);
    }

    private static Instant monday(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    private static Instant tuesday(String time) {
        return Instant.parse("2026-03-03T" + time + "Z");
    }

    private String id() {
        return "e-" + ++ids;
    }

    private void qualified(String at, String touch) {
        if (engine.lead("L-1").isEmpty()) {
            engine.fire(new LeadCreated(id(), "L-1", monday(at), "web", Map.of()));
            engine.fire(new LeadAssigned(id(), "L-1", monday(at), "ana"));
        }
        engine.fire(new Touchpoint(id(), "L-1", monday(at), touch));
    }

    private void qualified(String at) {
        qualified(at, "content download");
    }

    private Clock clock() {
        return engine.lead("L-1").orElseThrow().clock("acceptance").orElseThrow();
    }

    private List<JournalEntry> firings() {
        return engine.journal("L-1").stream()
                .filter(entry -> entry.event().equals("SlaReached"))
                .toList();
    }

    private List<String> ids(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::eventId).toList();
    }

    private Recomputed recomputed(Instant at) {
        return engine.recompute(engine.recomputePreview("L-1", at));
    }

    @AfterEach
    void every_journal_keeps_the_invariants() {
        Lead lead = engine.lead("L-1").orElseThrow();
        LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal("L-1"), lead);
    }

    @Nested
    class A_calendar_is_edited {
        @Test
        void nothing_happens_until_somebody_asks_for_it_and_a_preview_does_nothing() {
            qualified("10:00:07");
            Clock before = clock();
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            engine.recomputePreview("L-1", monday("11:00:00"));
            assertThat(clock()).isEqualTo(before);
            assertThat(before.dueAt()).isEqualTo(monday("14:00:07"));
        }

        @Test
        void a_holiday_counts_from_its_morning_on() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:00:00"));
            String old = BusinessCalendar.STANDARD.version();
            assertThat(preview)
                    .hasToString("Recompute at 2026-03-02T11:00:00Z: clocks that change 1, leads 1, due earlier 0,"
                            + " due later 1, fire at once 0, stay breached 0\n"
                            + "  L-1 acceptance#1: due 2026-03-02T14:00:07Z -> 2026-03-03T13:00:00Z, calendar " + old
                            + " -> " + Office.MONDAY_OFF.version());
            Recomputed result = engine.recompute(preview);
            assertThat(result).isEqualTo(new Recomputed(preview.rows(), List.of(), List.of()));
            assertThat(clock().dueAt()).isEqualTo(tuesday("13:00:00"));
            assertThat(clock().calendar()).isEqualTo(Office.MONDAY_OFF.version());
        }

        @Test
        void it_is_an_entry_of_its_own_that_explains_itself() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            recomputed(monday("11:00:00"));
            JournalEntry last = engine.journal("L-1").get(3);
            assertThat(last.eventId()).isEqualTo("L-1/acceptance#1~recomputed@4");
            assertThat(last.at()).isEqualTo(monday("11:00:00"));
            assertThat(last.raised()).isTrue();
            assertThat(last)
                    .hasToString("2026-03-02T11:00:00Z ClockRecomputed \"L-1/acceptance#1~recomputed@4\"\n"
                            + "    clock \"acceptance\" recomputed, 4 business hours, due 2026-03-03T13:00:00Z");
        }

        @Test
        void other_opening_hours_count_from_the_start() {
            qualified("09:30:10");
            edited(Office.PLAIN.with(Office.SHORT_DAYS));
            recomputed(monday("11:00:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("14:00:00"));
            assertThat(clock().startedAt()).isEqualTo(monday("09:30:10"));
        }

        @Test
        void pauses_are_kept() {
            qualified("09:00:00");
            engine.fire(new LeadResponded(id(), "L-1", monday("10:30:20"), "mail"));
            engine.fire(new ContactAttempted(id(), "L-1", monday("12:00:00"), "phone", "no answer"));
            assertThat(clock().dueAt()).isEqualTo(monday("14:29:40"));
            edited(Office.PLAIN.with(Office.SHORT_DAYS));
            recomputed(monday("13:00:00"));
            assertThat(clock().spans())
                    .containsExactly(new Span(
                            monday("09:00:00"),
                            monday("10:30:20"),
                            Office.SHORT_DAYS.version(),
                            Duration.parse("PT30M20S")));
            assertThat(clock().dueAt()).isEqualTo(monday("15:29:40"));
        }

        @Test
        void a_paused_clock_stays_paused_and_is_due_by_the_new_count_when_it_goes_on() {
            qualified("09:00:00");
            engine.fire(new LeadResponded(id(), "L-1", monday("10:30:20"), "mail"));
            edited(Office.PLAIN.with(Office.SHORT_DAYS));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:00:00"));
            assertThat(preview.rows().get(0)).asString().startsWith("L-1 acceptance#1: paused, calendar ");
            engine.recompute(preview);
            assertThat(clock().state()).isEqualTo(ClockState.PAUSED);
            assertThat(clock().dueAt()).isNull();
            engine.fire(new ContactAttempted(id(), "L-1", monday("12:00:00"), "phone", "no answer"));
            assertThat(clock().dueAt()).isEqualTo(monday("15:29:40"));
        }

        @Test
        void what_another_owner_counted_in_a_calendar_that_still_exists_stays() {
            qualified("09:00:00");
            engine.fire(new LeadAssigned(id(), "L-1", monday("11:00:00"), "bo"));
            assertThat(clock().dueAt())
                    .as("2 hours in the default calendar, 2 in Kolkata")
                    .isEqualTo(monday("13:00:00"));
            edited(Office.PLAIN.with(Office.SHORT_DAYS));
            recomputed(monday("12:00:00"));
            assertThat(clock().counted()).as("10:00 to 11:00").isEqualTo(Duration.ofHours(1));
            assertThat(clock().calendar()).isEqualTo(SampleLifecycle.KOLKATA.version());
            assertThat(clock().dueAt())
                    .as("Kolkata closes at 13:30 UTC and opens at 04:30 UTC")
                    .isEqualTo(tuesday("05:00:00"));
        }

        @Test
        void somebody_who_works_in_another_calendar_now_counts_in_it_from_when_it_was_his_turn() {
            qualified("09:00:00");
            engine.fire(new LeadAssigned(id(), "L-1", monday("10:00:00"), "maria"));
            assertThat(clock().spans()).as("both work in the default calendar").isEmpty();
            PeopleDirectory.Builder people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana"))
                    .person(Person.named("maria").working("kolkata"));
            engine = engine(Office.PLAIN, people.build());
            recomputed(monday("12:00:00"));
            assertThat(clock().counted()).isEqualTo(Duration.ofHours(1));
            assertThat(clock().countingFrom()).isEqualTo(monday("10:00:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("13:00:00"));
        }

        @Test
        void what_somebody_counted_who_is_there_no_more_counts_in_the_calendar_of_the_lead() {
            qualified("09:00:00");
            engine.fire(new LeadAssigned(id(), "L-1", monday("11:00:00"), "bo"));
            PeopleDirectory.Builder people =
                    PeopleDirectory.fallback("revops").person(Person.named("bo").working("kolkata"));
            engine = engine(Office.PLAIN.with(Office.SHORT_DAYS), people.build());
            recomputed(monday("12:00:00"));
            assertThat(clock().spans())
                    .containsExactly(new Span(
                            monday("09:00:00"),
                            monday("11:00:00"),
                            SampleLifecycle.KOLKATA.version(),
                            Duration.ofHours(2)));
        }
    }

    @Nested
    class A_target_is_edited {
        @Test
        void a_shorter_one_counts_from_the_start() {
            qualified("10:00:07");
            edited(Office.PLAIN.allowing(businessHours(2)));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("10:30:00"));
            assertThat(preview.rows().get(0))
                    .hasToString("L-1 acceptance#1: target 4 business hours -> 2 business hours,"
                            + " due 2026-03-02T14:00:07Z -> 2026-03-02T12:00:07Z");
            engine.recompute(preview);
            assertThat(clock().dueAt()).isEqualTo(monday("12:00:07"));
            assertThat(clock().asked()).isEqualTo(businessHours(2));
        }

        @Test
        void what_was_told_at_50_percent_is_not_told_again() {
            qualified("10:00:07");
            engine.advanceTo(monday("12:30:00"));
            assertThat(ids(firings())).containsExactly("L-1/acceptance#1@50");
            List<Effect> told = firings().get(0).effects();
            edited(Office.PLAIN.allowing(businessHours(6)));
            recomputed(monday("12:30:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("16:00:07"));
            engine.advanceTo(monday("14:48:07"));
            assertThat(ids(firings())).containsExactly("L-1/acceptance#1@50", "L-1/acceptance#1@80");
            assertThat(firings().get(0).effects()).isEqualTo(told);
            assertThat(firings().get(1).at()).isEqualTo(monday("14:48:07"));
        }

        @Test
        void what_is_overdue_now_fires_once_and_now_and_of_several_the_highest() {
            qualified("10:00:07");
            edited(Office.PLAIN.allowing(businessHours(1)));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:30:00"));
            assertThat(preview.overdue()).isEqualTo(1);
            assertThat(preview.rows().get(0)).asString().endsWith("2026-03-02T11:00:07Z, fires at once");
            engine.recompute(preview);
            assertThat(firings()).singleElement().satisfies(entry -> {
                assertThat(entry.eventId()).isEqualTo("L-1/acceptance#1@100");
                assertThat(entry.at()).isEqualTo(monday("11:30:00"));
                assertThat(entry.effects())
                        .singleElement()
                        .satisfies(effect -> assertThat(effect).isInstanceOf(Effect.Tell.class));
            });
            assertThat(clock().verdict()).isEqualTo(Verdict.BREACHED);
            engine.advanceTo(monday("12:00:00"));
            assertThat(firings()).hasSize(1);
        }

        @Test
        void a_breached_clock_stays_breached_since_then() {
            qualified("09:00:00");
            engine.advanceTo(monday("13:30:00"));
            assertThat(clock().breachedAt()).isEqualTo(monday("13:00:00"));
            edited(Office.PLAIN.allowing(businessHours(6)));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("14:00:00"));
            assertThat(preview.breached()).isEqualTo(1);
            assertThat(preview.rows().get(0).moves()).isFalse();
            engine.recompute(preview);
            assertThat(clock().breachedAt()).isEqualTo(monday("13:00:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("13:00:00"));
            engine.advanceTo(tuesday("13:00:00"));
            assertThat(firings().get(firings().size() - 1).at())
                    .as("200 % of 6 business hours")
                    .isEqualTo(tuesday("13:00:00"));
            assertThat(ids(firings())).doesNotHaveDuplicates().hasSize(4);
        }

        @Test
        void a_breach_that_is_due_before_fires_first_and_counts() {
            qualified("09:00:00");
            edited(Office.PLAIN.allowing(businessHours(6)));
            Recomputed result = recomputed(monday("14:00:00"));
            assertThat(result.done()).singleElement().satisfies(row -> {
                assertThat(row.breached()).isTrue();
                assertThat(row.entries()).isEqualTo(3);
            });
            assertThat(clock().breachedAt()).isEqualTo(monday("13:00:00"));
        }

        @Test
        void one_that_was_shortened_is_as_much_longer_as_the_rule_is() {
            qualified("09:00:00");
            qualified("10:00:07", "demo request");
            assertThat(clock().dueAt()).as("30 minutes from the request on").isEqualTo(monday("10:30:07"));
            edited(Office.PLAIN.allowingDemos(businessMinutes(45)));
            recomputed(monday("10:10:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("10:45:07"));
            assertThat(clock().asked()).isEqualTo(businessMinutes(45));
            edited(Office.PLAIN.allowingDemos(businessMinutes(20)));
            recomputed(monday("10:15:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("10:20:07"));
        }

        @Test
        void one_that_was_shortened_and_counts_wall_time_now_begins_where_it_was_shortened() {
            qualified("10:00:00");
            qualified("11:00:07", "demo request");
            edited(Office.PLAIN.allowingDemos(hours(2)));
            recomputed(monday("11:10:00"));
            assertThat(clock().dueAt()).isEqualTo(monday("13:00:07"));
        }

        @Test
        void another_rule_that_is_heard_today_does_not_count() {
            qualified("09:00:00");
            qualified("12:50:00", "demo request");
            assertThat(clock().rule()).as("13:20 would be later than 13:00").isEqualTo("SLA-2 Any");
            assertThat(engine.recomputePreview("L-1", monday("12:55:00")).rows())
                    .isEmpty();
            edited(Office.PLAIN.allowingDemos(businessMinutes(5)));
            assertThat(engine.recomputePreview("L-1", monday("12:55:00")).rows())
                    .isEmpty();
        }

        @Test
        void an_answered_clock_is_never_touched() {
            qualified("09:00:00");
            engine.fire(new SalesAccepted(id(), "L-1", monday("10:00:00")));
            edited(Office.PLAIN.allowing(businessHours(1)).with(Office.MONDAY_OFF));
            assertThat(recomputed(monday("11:00:00")).done()).isEmpty();
        }
    }

    @Nested
    class A_clock_like_another {
        private LambdaRuleBook book(int target, int version) {
            BiConsumer<LeadEvent, RuleLead> rules = (event, lead) -> {
                if (event instanceof StageEntered entered && entered.stage().equals("NEW")) {
                    lead.underRule("A-1 First", () -> lead.startClock("acceptance", businessHours(target)));
                    lead.underRule("B-1 Second", () -> lead.startClock("second").like("acceptance"));
                }
            };
            return new LambdaRuleBook(SampleLifecycle.lifecycle(), "" + version, rules);
        }

        @Test
        void follows_its_time() {
            engine = engine(book(4, 1), SampleLifecycle.PEOPLE);
            engine.fire(new LeadCreated(id(), "L-1", monday("09:00:00"), "web", Map.of()));
            edited(book(2, 2));
            Recomputed result = recomputed(monday("10:00:00"));
            assertThat(result.done()).extracting(RecomputePreview.Row::clock).containsExactly("acceptance", "second");
            assertThat(engine.lead("L-1")
                            .orElseThrow()
                            .clock("second")
                            .orElseThrow()
                            .dueAt())
                    .isEqualTo(monday("11:00:00"));
        }
    }

    @Nested
    class A_preview {
        @Test
        void of_a_lead_that_changed_since_is_stale_and_the_lead_left_alone() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:00:00"));
            engine.fire(new Touchpoint(id(), "L-1", monday("10:30:00"), "content download"));
            Lead before = engine.lead("L-1").orElseThrow();
            assertThat(engine.recompute(preview)).isEqualTo(new Recomputed(List.of(), List.of("L-1"), List.of()));
            assertThat(engine.lead("L-1")).contains(before);
        }

        @Test
        void of_another_book_is_stale() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:00:00"));
            edited(Office.PLAIN.with(Office.SHORT_DAYS));
            assertThat(engine.recompute(preview).stale()).containsExactly("L-1");
        }

        @Test
        void done_twice_changes_nothing_more() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            RecomputePreview preview = engine.recomputePreview("L-1", monday("11:00:00"));
            engine.recompute(preview);
            Lead once = engine.lead("L-1").orElseThrow();
            assertThat(engine.recompute(preview).done()).isEmpty();
            assertThat(engine.recomputePreview("L-1", monday("11:00:00")).rows())
                    .isEmpty();
            assertThat(engine.lead("L-1")).contains(once);
        }

        @Test
        void before_the_latest_entry_happens_at_that_entry() {
            qualified("10:00:07");
            edited(Office.PLAIN.with(Office.MONDAY_OFF));
            recomputed(monday("08:00:00"));
            JournalEntry last = engine.journal("L-1").get(3);
            assertThat(last.at()).isEqualTo(monday("10:00:07"));
            assertThat(last.eventAt()).isEqualTo(monday("08:00:00"));
        }

        @Test
        void names_a_lead_that_nobody_created_and_one_whose_rules_fail() {
            qualified("10:00:07");
            LambdaRuleBook failing = new LambdaRuleBook(SampleLifecycle.lifecycle(), "2", (event, lead) -> {
                if (event instanceof LeadQualified) {
                    lead.underRule("SLA-2 Any", () -> {
                        throw new IllegalStateException("out of order");
                    });
                }
            });
            edited(failing);
            RecomputePreview preview = engine.recomputePreview(List.of("L-9", "L-1"), monday("11:00:00"));
            assertThat(preview.failed()).containsExactly("L-1", "L-9");
            assertThat(preview).asString().endsWith(", failed [L-1, L-9]");
        }
    }

    @Test
    void nobody_but_the_engine_raises_it() {
        qualified("09:00:00");
        assertThatThrownBy(() -> engine.fire(new ClockRecomputed("e", "L-1", monday("10:00:00"), "acceptance")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
