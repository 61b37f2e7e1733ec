package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Zombies cannot exist: also where a reason leaves it open, every lost lead is recycled or disqualified at its limit. */
@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class LostLeadLawsTest {
    abstract static class Laws {
        private static final String LOST = "CLOSED_LOST";
        private static final TimeBudget LIMIT = TimeBudget.businessDays(5);
        private static final double FEWEST_STANDING_PERCENT = 2;

        private final DroolsRuleBook book;
        private final BusinessCalendar calendar;

        Laws(Preset preset) {
            this.book = OpenLoss.in(preset);
            this.calendar =
                    book.lifecycle().calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        }

        @Provide
        Arbitrary<List<LeadEvent>> histories() {
            return LeadArbitraries.of(book.lifecycle(), Preset.PEOPLE).histories();
        }

        private Instant limitOf(Instant lost) {
            return LIMIT.dueAfter(calendar, lost);
        }

        @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
        void no_lead_stays_lost_beyond_the_limit(@ForAll("histories") List<LeadEvent> history) {
            Lives lives = Lives.of(history, book, Preset.PEOPLE);
            Map<String, Instant> lostSince = new TreeMap<>();
            boolean stood = false;
            for (LeadEvent event : history) {
                lives.engine().fireAll(List.of(event));
                lives.unmerged().forEach(lead -> note(lead, lostSince));
                stood |= !lostSince.isEmpty();
            }
            lives.engine().advanceTo(limitOf(lives.lastEvent()));

            assertThat(lives.unmerged()).extracting(Lead::stage).doesNotContain(LOST);
            Statistics.label("a lead stands lost")
                    .collect(stood)
                    .coverage(
                            coverage -> coverage.check(true).percentage(percent -> percent > FEWEST_STANDING_PERCENT));
        }

        /** A lead that old data brings, or another lead, stands there from then on, however long it was lost before. */
        private void note(Lead lead, Map<String, Instant> lostSince) {
            if (lead.stage().equals(LOST)) {
                Instant since = lostSince.computeIfAbsent(lead.id(), first -> lead.lastEntryAt());
                assertThat(limitOf(since)).as(lead.id()).isAfterOrEqualTo(lead.lastEntryAt());
            } else {
                lostSince.remove(lead.id());
            }
        }

        @Property(tries = 60)
        void a_lead_that_nobody_dispositioned_goes_at_the_limit_and_no_millisecond_before(
                @ForAll @IntRange(max = 60 * 24 * 400) int minutes) {
            Instant lost = LeadArbitraries.BEGIN.plus(Duration.ofMinutes(minutes));
            LifecycleEngine engine =
                    LifecycleEngine.builder(book).directory(Preset.PEOPLE).build();
            engine.fire(new LeadImported("e-1", "L-1", lost, LOST, Map.of()));

            engine.advanceTo(limitOf(lost).minusMillis(1));
            assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo(LOST);
            engine.advanceTo(limitOf(lost));

            Lead lead = engine.lead("L-1").orElseThrow();
            assertThat(lead.stage()).isEqualTo("RECYCLED");
            assertThat(lead.journey().reason()).isEqualTo("timing");
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
