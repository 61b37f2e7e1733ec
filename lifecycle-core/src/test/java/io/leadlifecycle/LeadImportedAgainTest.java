package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Journey;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An import of a lead that exists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadImportedAgainTest {
    private static final Instant MAY = Instant.parse("2025-05-05T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-06T10:00:00Z");

    private final LifecycleEngine engine = new Scene().engine(Scene::noRule);

    private static LeadImported imported(String id, String stage, Map<String, Stamp> stamps) {
        return new LeadImported(id, "L-1", at(0), stage, stamps);
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    private Journey journey() {
        return lead().journey();
    }

    private static StageStamps stamps(String stage, Instant first, Instant latest, int entries) {
        return new StageStamps(stage, first, latest, entries, Duration.ZERO);
    }

    private void refused(LeadImported event, String why) {
        Outcome outcome = engine.fire(event);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(outcome.why()).contains("for lead L-1: ").contains(why);
    }

    @Test
    void keeps_its_stage_and_gets_stamps_and_facts() {
        engine.fire(new LeadCreated("c-1", "L-1", at(0), "web", Map.of("industry", "x", "employees", 5)));
        LeadImported old = new LeadImported(
                "i-1", "L-1", at(60), "NURTURE", Map.of("NURTURE", Stamp.at(MAY), "RECYCLED", new Stamp(MAY, JUNE, 2)));
        Outcome outcome = engine.fire(old.ownedBy("ana").from("fair"));
        assertThat(outcome.entries())
                .flatExtracting(JournalEntry::changes)
                .noneMatch(
                        change -> change instanceof Change.StageMoved || change instanceof AgendaChange.TimerStarted);
        assertThat(journey().stampsOf("NURTURE")).contains(stamps("NURTURE", MAY, at(0), 2));
        assertThat(journey().enteredAt()).isEqualTo(at(0));
        assertThat(journey().recycles().count()).isEqualTo(2);
        assertThat(lead().ownership().owner()).isEqualTo("ana");
        assertThat(lead().origin().source()).isEqualTo("web");
    }

    @Test
    void is_changed_by_the_same_data_once() {
        Map<String, Stamp> stamps = Map.of("MQL", new Stamp(MAY, JUNE, 2), "SAL", Stamp.at(JUNE));
        engine.fire(imported("i-1", "SAL", stamps).ownedBy("ana"));
        Lead first = lead();
        Outcome again = engine.fire(imported("i-2", "SAL", stamps).ownedBy("ana"));
        assertThat(again.status()).isEqualTo(Outcome.Status.APPLIED);
        assertThat(lead()).isEqualTo(first.withEntry(at(0), false));
    }

    @Test
    void is_not_imported_twice_under_one_id() {
        engine.fire(imported("i-1", "SAL", Map.of()));
        assertThat(engine.fire(imported("i-1", "SAL", Map.of())).status()).isEqualTo(Outcome.Status.REPEATED);
        assertThat(lead().entries()).isEqualTo(1);
    }

    @Test
    void is_moved_by_no_import() {
        engine.fire(imported("i-1", "SAL", Map.of()));
        refused(
                imported("i-2", "SQL", Map.of()),
                "it says SQL and lead L-1 stands in SAL; an import moves nobody, StageChangeRequested does");
    }

    @Test
    void keeps_the_reason_it_stands_there_for() {
        engine.fire(imported("i-1", "RECYCLED", Map.of()).because("timing"));
        assertThat(engine.fire(imported("i-2", "RECYCLED", Map.of()).because("timing"))
                        .status())
                .isEqualTo(Outcome.Status.APPLIED);
        refused(
                imported("i-3", "RECYCLED", Map.of()).because("other"),
                "the reason \"other\" is not the one that lead L-1 stands in RECYCLED for: \"timing\"");
    }
}
