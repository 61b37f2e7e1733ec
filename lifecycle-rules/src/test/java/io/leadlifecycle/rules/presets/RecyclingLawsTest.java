package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** In every preset each recycling is counted, and every recycled lead has a date at which it is looked at again. */
@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class RecyclingLawsTest {
    abstract static class Laws {
        private static final String RECYCLED = "RECYCLED";

        private final Preset preset;

        Laws(Preset preset) {
            this.preset = preset;
        }

        @Provide
        Arbitrary<List<LeadEvent>> histories() {
            return LeadArbitraries.of(preset.book().lifecycle(), Preset.PEOPLE).histories();
        }

        @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
        void a_lead_was_recycled_as_often_as_it_entered_recycled(@ForAll("histories") List<LeadEvent> history) {
            Lives lives =
                    Lives.of(history, preset.book(), Preset.PEOPLE).fired().after(Duration.ofDays(200));
            boolean oldData = history.stream().anyMatch(event -> event instanceof LeadImported);

            lives.leads().forEach(lead -> {
                int entries = lead.journey()
                        .stampsOf(RECYCLED)
                        .map(StageStamps::entries)
                        .orElse(0);
                List<JournalEntry> journal = lives.engine().journal(lead.id());
                assertThat(lead.journey().recycles().count()).isEqualTo(entries);
                assertThat(oldData || moves(journal) + absorbed(journal) == entries)
                        .as(lead.id())
                        .isTrue();
            });
        }

        private static long moves(List<JournalEntry> journal) {
            return journal.stream()
                    .flatMap(entry -> entry.moves().stream())
                    .filter(move -> move.to().equals(RECYCLED))
                    .count();
        }

        /** What merged leads brought with them. */
        private static int absorbed(List<JournalEntry> journal) {
            return journal.stream()
                    .flatMap(entry -> entry.changes().stream())
                    .filter(MergeChange.JourneyAbsorbed.class::isInstance)
                    .flatMap(change -> ((MergeChange.JourneyAbsorbed) change).data().stamps().stream())
                    .filter(stamps -> stamps.name().equals(RECYCLED))
                    .mapToInt(StageStamps::entries)
                    .sum();
        }

        @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
        void no_recycled_lead_is_without_a_date(
                @ForAll("histories") List<LeadEvent> history, @ForAll @IntRange(max = 1_500) int days) {
            Lives lives = Lives.of(history, preset.book(), Preset.PEOPLE);
            for (LeadEvent event : history) {
                lives.engine().fireAll(List.of(event));
                lives.engine()
                        .lead(event.leadId())
                        .filter(lead -> lead.mergedInto().isEmpty())
                        .ifPresent(Laws::assertHasDate);
            }

            lives.after(Duration.ofDays(days)).unmerged().forEach(Laws::assertHasDate);
        }

        private static void assertHasDate(Lead lead) {
            if (lead.stage().equals(RECYCLED)) {
                assertThat(lead.timer("re-evaluation"))
                        .as(lead.id())
                        .hasValueSatisfying(timer -> assertThat(timer.dueAt()).isAfterOrEqualTo(lead.lastEntryAt()));
            }
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
