package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all sweeps of the standard book, whatever happened before. */
class SweepsLawsTest {
    private static final int DAYS = 400;

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(STANDARD.book().lifecycle(), Preset.PEOPLE).histories();
    }

    private static LifecycleEngine swept(List<LeadEvent> history, Duration step) {
        LifecycleEngine engine = LifecycleEngine.builder(STANDARD.book())
                .directory(Preset.PEOPLE)
                .build();
        engine.fireAll(history);
        Instant from = history.stream()
                .map(LeadEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = from.plus(Duration.ofDays(DAYS));
        for (Instant at = from.plus(step); at.isBefore(end); at = at.plus(step)) {
            engine.advanceTo(at);
        }
        engine.advanceTo(end);
        return engine;
    }

    private static Map<String, Lead> leads(LifecycleEngine engine, List<LeadEvent> history) {
        Map<String, Lead> leads = new TreeMap<>();
        history.forEach(event -> engine.lead(event.leadId()).ifPresent(lead -> leads.put(event.leadId(), lead)));
        return leads;
    }

    @Property(tries = 5)
    void hourly_daily_or_once_a_year_gives_the_same_leads(@ForAll("histories") List<LeadEvent> history) {
        Map<String, Lead> yearly = leads(swept(history, Duration.ofDays(365)), history);
        assertThat(leads(swept(history, Duration.ofDays(1)), history)).isEqualTo(yearly);
        assertThat(leads(swept(history, Duration.ofHours(1)), history)).isEqualTo(yearly);
    }

    @Property(tries = 60)
    void no_timer_moves_a_lead_out_of_another_stage_than_the_one_it_was_started_in(
            @ForAll("histories") List<LeadEvent> history) {
        LifecycleEngine engine = swept(history, Duration.ofDays(DAYS));
        leads(engine, history).keySet().forEach(id -> {
            Lead lead = null;
            for (JournalEntry entry : engine.journal(id)) {
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
        Map<String, Lead> leads = leads(swept(history, Duration.ofDays(DAYS)), history);
        leads.values().removeIf(lead -> lead.mergedInto().isPresent());

        assertThat(leads.values())
                .allSatisfy(lead -> assertThat(lead.stage()).isNotIn("NEW", "NURTURE", "SQL", "CLOSED_LOST"));
        assertThat(leads.values().stream().filter(lead -> lead.stage().matches("SAL|WORKING|OPPORTUNITY")))
                .allSatisfy(lead -> assertThat(lead.flags()).contains("dark"));
        assertThat(leads.values().stream().filter(lead -> lead.stage().matches("MQL|SAL")))
                .allSatisfy(lead -> assertThat(lead.flags()).contains("stuck"));
    }
}
