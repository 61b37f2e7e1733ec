package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The score explains itself, from the journal alone. */
class ScoreReportTest {
    private final Scene scene = new Scene();

    private static void scoring(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("SCO-1 Ten", () -> lead.addPoints(10).as("pricing visit", "pricing visits"));
        } else if (event instanceof ProfileUpdated) {
            lead.underRule("SCO-2 Who", () -> lead.addPoints(15).as("director"));
        } else if (event instanceof SalesAccepted) {
            lead.underRule("DEC-1 Less", () -> lead.removePoints(5).as("week", "weeks"));
        }
    }

    private LifecycleEngine begun() {
        LifecycleEngine engine = scene.engine(ScoreReportTest::scoring);
        engine.fire(created("L-1"));
        return engine;
    }

    private LifecycleEngine told() {
        LifecycleEngine engine = begun();
        for (int visit = 1; visit <= 3; visit++) {
            engine.fire(demo("visit-" + visit, "L-1", visit));
        }
        engine.fire(new ProfileUpdated("who", "L-1", at(4), Map.of("country", "DE")));
        engine.fire(new SalesAccepted("week", "L-1", at(5)));
        return engine;
    }

    private static ScoreReport report(LifecycleEngine engine) {
        return ScoreReport.of(engine.journal("L-1"));
    }

    private LifecycleEngine lastly(Consumer<RuleLead> rule) {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            if (event instanceof SalesRejected) {
                lead.underRule("SCO-9 Lastly", () -> rule.accept(lead));
            }
        });
        engine.fire(new SalesRejected("lastly", "L-1", at(9), "timing"));
        return engine;
    }

    @Test
    void it_says_what_gave_points_and_what_took_some() {
        assertThat(report(told())).hasToString("40 = 3 pricing visits 30 + director 15 - 1 week 5");
        assertThat(report(told()).whole().parts())
                .containsExactly(
                        new ScoreReport.Part(new Noun("pricing visit", "pricing visits"), 3, 30),
                        new ScoreReport.Part(Noun.of("director"), 1, 15),
                        new ScoreReport.Part(new Noun("week", "weeks"), 1, -5));
    }

    @Test
    void it_follows_from_a_journal_that_was_written_and_read() {
        LifecycleEngine engine = told();
        List<JournalEntry> read = engine.journal("L-1").stream()
                .map(JournalJson::write)
                .map(JournalJson::read)
                .toList();

        assertThat(ScoreReport.of(read)).isEqualTo(report(engine));
    }

    @Test
    void an_entry_from_before_this_was_said_is_read_and_says_so() {
        List<JournalEntry> old = told().journal("L-1").stream()
                .map(JournalJson::write)
                .map(line -> line.replaceAll(",\"rule\":\"SCO-1 Ten\",\"noun\":\\{[^}]*}", ""))
                .map(JournalJson::read)
                .toList();

        assertThat(ScoreReport.of(old)).hasToString("40 = 3 x unknown 30 + director 15 - 1 week 5");
    }

    @Test
    void points_without_a_word_are_called_by_the_rule() {
        told();

        assertThat(report(lastly(lead -> lead.addPoints(7))))
                .hasToString("47 = 3 pricing visits 30 + director 15 + SCO-9 7 - 1 week 5");
    }

    @Test
    void a_word_that_a_profile_does_not_say_leaves_it_to_the_rule_too() {
        begun();

        assertThat(report(lastly(lead -> lead.addPoints(7).as(lead.getSeniority()))))
                .hasToString("7 = SCO-9 7");
    }

    @Test
    void points_that_a_rule_takes_away_stand_behind_those_it_gave() {
        told();

        assertThat(report(lastly(lead -> lead.addPoints(-40).as("director"))))
                .hasToString("0 = 3 pricing visits 30 + director 15 - director 40 - 1 week 5");
    }

    @Test
    void a_score_that_the_host_sets_is_said_to_be_its_own() {
        LifecycleEngine engine = begun();
        engine.fire(new ScoreChanged("s-1", "L-1", at(1), 80));
        assertThat(report(engine)).hasToString("80 = set by the host 80");
        engine.fire(new ScoreChanged("s-2", "L-1", at(2), 60).by("the CRM"));
        engine.fire(new ScoreChanged("s-3", "L-1", at(3), 60));
        engine.fire(new ScoreChanged("s-4", "L-1", at(4), 90));

        assertThat(report(engine)).hasToString("90 = 2 x set by the host 110 - set by the CRM 20");
    }

    @Test
    void a_score_below_zero_has_only_what_took_points() {
        LifecycleEngine engine = begun();
        engine.fire(new ScoreChanged("s-1", "L-1", at(1), -5));

        assertThat(report(engine)).hasToString("-5 = - set by the host 5");
    }

    @Test
    void a_score_as_large_as_can_be_breaks_nothing() {
        LifecycleEngine engine = begun();
        engine.fire(new ScoreChanged("s-1", "L-1", at(1), Qualification.LEAST_SCORE));
        engine.fire(new ScoreChanged("s-2", "L-1", at(2), Qualification.MOST_SCORE));
        engine.fire(new ScoreChanged("s-3", "L-1", at(3), Qualification.LEAST_SCORE));

        assertThat(report(engine))
                .hasToString("-4611686018427387904 = set by the host 9223372036854775807"
                        + " - 2 x set by the host 9223372036854775808");
    }

    @Test
    void a_lead_without_points_has_nothing_to_explain() {
        LifecycleEngine engine = begun();

        assertThat(report(engine)).hasToString("0");
        assertThat(ScoreReport.of(List.of())).hasToString("0");
        assertThat(engine.story("L-1")).doesNotContain("score");
    }

    @Test
    void the_story_and_the_explanation_of_an_entry_say_it() {
        LifecycleEngine engine = told();

        assertThat(engine.story("L-1")).contains("\n  score 40 = 3 pricing visits 30 + director 15 - 1 week 5");
        assertThat(engine.journal("L-1").get(1).toString()).contains("score 0 -> 10, pricing visit");
        assertThat(engine.journal("L-1").get(1).changes())
                .contains(new Change.Scored(0, 10, at(1), "SCO-1 Ten", new Noun("pricing visit", "pricing visits")));
    }

    @Test
    void at_most_the_points_that_are_there_are_removed() {
        told();
        LifecycleEngine engine = lastly(lead -> lead.removePoints(100).as("week", "weeks"));

        assertThat(report(engine)).hasToString("0 = 3 pricing visits 30 + director 15 - 2 weeks 45");
    }

    @Test
    void where_there_are_none_nothing_is_removed_and_nothing_changes() {
        begun();
        LifecycleEngine engine = lastly(lead -> lead.removePoints(5));

        JournalEntry entry = engine.journal("L-1").get(1);
        assertThat(entry.changes()).noneMatch(Change.Scored.class::isInstance);
        assertThat(entry.steps()).noneMatch(step -> step.event().equals("ScoreChanged"));
    }

    @Test
    void points_that_make_no_sense_are_refused() {
        begun();
        assertThat(refusal(lastly(lead -> lead.removePoints(-5))))
                .isEqualTo("removePoints takes 0 points or more, not -5; addPoints adds some");
    }

    @Test
    void an_empty_word_is_refused() {
        begun();
        assertThat(refusal(lastly(lead -> lead.addPoints(5).as(" "))))
                .isEqualTo("the word for what the points are for is empty");
    }

    private static String refusal(LifecycleEngine engine) {
        JournalEntry last = engine.journal("L-1").get(1);
        return last.steps().stream()
                .flatMap(step -> step.rules().stream())
                .filter(rule -> rule.ruling() == RuleRecord.Ruling.REFUSED)
                .map(RuleRecord::why)
                .findFirst()
                .orElse("");
    }
}
