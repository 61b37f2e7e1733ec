package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds of all sweeps of every preset, whatever happened before. */
@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class SweepsLawsTest {
    abstract static class Laws {
        private static final Duration SILENCE = Duration.ofDays(400);
        private static final double FEWEST_QUEUED_PERCENT = 10;

        /** Two who take turns: one is away for long, the other takes one lead a day. */
        private static final PeopleDirectory TURNS = PeopleDirectory.fallback("revops")
                .person(Person.named("ana").as("SDR").reportingTo("maria"))
                .person(Person.named("ben")
                        .as("SDR")
                        .reportingTo("maria")
                        .awayFrom(LeadArbitraries.BEGIN, Instant.parse("2026-04-01T00:00:00Z")))
                .person(Person.named("maria").as("SDR Manager"))
                .person(Person.named("vera").as("VP Sales"))
                .person(Person.named("oli").as("Marketing Ops"))
                .pool(Pool.named("inbound")
                        .with(new Pool.Member("ana", 1, Cap.parse("1 per day")))
                        .with(Pool.Member.of("ben"))
                        .ledBy("maria"))
                .build();

        private final Preset preset;

        Laws(Preset preset) {
            this.preset = preset;
        }

        @Provide
        Arbitrary<List<LeadEvent>> histories() {
            return LeadArbitraries.of(preset.book().lifecycle(), Preset.PEOPLE).histories();
        }

        private Lives takingTurns(List<LeadEvent> history) {
            return Lives.of(history, preset.book(), TURNS).fired();
        }

        private Lives silent(List<LeadEvent> history) {
            return Lives.of(history, preset.book(), Preset.PEOPLE).fired().after(SILENCE);
        }

        @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
        void hourly_daily_or_once_a_year_gives_the_same_leads_and_journals(
                @ForAll("histories") List<LeadEvent> history) {
            Lives yearly = takingTurns(history).after(SILENCE, Duration.ofDays(365));
            sameLife(takingTurns(history).after(SILENCE, Duration.ofDays(1)), yearly);
            sameLife(takingTurns(history).after(SILENCE, Duration.ofHours(1)), yearly);

            Statistics.label("a lead waits in the queue")
                    .collect(yearly.journals().values().stream()
                            .flatMap(List::stream)
                            .anyMatch(entry -> entry.contains("NobodyAvailable")))
                    .coverage(coverage -> coverage.check(true).percentage(percent -> percent > FEWEST_QUEUED_PERCENT));
        }

        private static void sameLife(Lives actual, Lives expected) {
            assertThat(actual.leads().toList()).isEqualTo(expected.leads().toList());
            assertThat(actual.journals()).isEqualTo(expected.journals());
        }

        @Property(tries = 60)
        void no_timer_moves_a_lead_out_of_another_stage_than_the_one_it_was_started_in(
                @ForAll("histories") List<LeadEvent> history) {
            Lives lives = silent(history);
            lives.leads().forEach(known -> {
                Lead lead = null;
                for (JournalEntry entry : lives.engine().journal(known.id())) {
                    if (lead != null && !entry.moves().isEmpty()) {
                        assertThat(fired(lead, entry)).extracting(Timer::stage).allMatch(lead.stage()::equals);
                    }
                    lead = entry.applyTo(lead);
                }
            });
        }

        private static List<Timer> fired(Lead before, JournalEntry entry) {
            List<Timer> fired = new ArrayList<>();
            entry.changes().forEach(change -> {
                if (change instanceof AgendaChange.TimerEnded ended && ended.how() == AgendaChange.TimerEnd.FIRED) {
                    fired.add(Named.find(before.timers(), ended.timer()));
                }
            });
            return fired;
        }

        @Property(tries = 60)
        void nobody_is_forgotten(@ForAll("histories") List<LeadEvent> history) {
            List<Lead> leads = silent(history).unmerged().toList();

            assertThat(leads)
                    .allSatisfy(lead -> assertThat(lead.stage()).isNotIn("NEW", "NURTURE", "SQL", "CLOSED_LOST"));
            assertThat(leads.stream().filter(this::isWithSales))
                    .allSatisfy(lead -> assertThat(lead.flags()).contains("dark"));
            assertThat(leads.stream().filter(lead -> stageOf(lead).expected() != null))
                    .allSatisfy(lead -> assertThat(lead.flags()).contains("stuck"));
        }

        private Stage stageOf(Lead lead) {
            return preset.book().lifecycle().stage(lead.stage()).orElseThrow();
        }

        private boolean isWithSales(Lead lead) {
            return stageOf(lead).kind() == StageKind.OPEN && !lead.stage().equals("MQL");
        }
    }

    @Group
    class Simple extends Laws {
        Simple() {
            super(Preset.SIMPLE);
        }
    }

    @Group
    class Standard extends Laws {
        Standard() {
            super(Preset.STANDARD);
        }
    }

    @Group
    class Advanced extends Laws {
        Advanced() {
            super(Preset.ADVANCED);
        }
    }
}
