package io.leadlifecycle.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Qualification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event must look like before any rule sees it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final List<List<String>> missingForRules = new ArrayList<>();
    private final LifecycleEngine engine = LifecycleEngine.builder(LambdaRuleBook.of((event, lead) -> {
                if (event instanceof DiscoveryCompleted discovery) {
                    missingForRules.add(discovery.missing());
                }
            }))
            .directory(SampleLifecycle.PEOPLE)
            .build();

    GateTest() {
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    @Nested
    class A_discovery {
        private Outcome discovered(String confirmed, String missing) {
            return engine.fire(
                    new DiscoveryCompleted("e-1", "L-1", AT, "BANT", items(confirmed), items(missing), "ana"));
        }

        private static List<String> items(String text) {
            return text == null ? List.of() : Arrays.asList(text.split(" "));
        }

        @ParameterizedTest
        @CsvSource({
            "authority,                      ,                'budget, need, timeline', what nobody names is open",
            "authority,                      timeline budget, 'budget, need, timeline', named or not in the order of the checklist",
            "timeline need authority budget, ,                '',                       nothing is open",
            ",                               ,                'budget, authority, need, timeline', everything is open"
        })
        void leaves_open_what_it_did_not_confirm(String confirmed, String missing, String open, String why) {
            Outcome outcome = discovered(confirmed, missing);

            List<String> expected = open.isEmpty() ? List.of() : List.of(open.split(", "));
            assertThat(lead().qualification().open()).as(why).isEqualTo(expected);
            assertThat(missingForRules).as(why).containsExactly(expected);
            assertThat(outcome.entry().toString().contains(", open " + expected))
                    .as(why)
                    .isNotEqualTo(expected.isEmpty());
        }

        @Test
        void that_both_confirms_and_misses_an_item_is_refused() {
            assertThat(discovered("budget need", "timeline need").why())
                    .isEqualTo("DiscoveryCompleted \"e-1\" for lead L-1: of the checklist [need] is both confirmed and"
                            + " missing; allowed is one of them");
            assertThat(lead().qualification().method()).isNull();
        }
    }

    @Nested
    class A_score {
        @ParameterizedTest
        @ValueSource(
                longs = {Long.MIN_VALUE, Qualification.LEAST_SCORE - 1, Qualification.MOST_SCORE + 1, Long.MAX_VALUE})
        void beyond_what_sums_of_scores_hold_is_refused(long score) {
            assertThat(engine.fire(new ScoreChanged("e-1", "L-1", AT, score)).why())
                    .isEqualTo("ScoreChanged \"e-1\" for lead L-1: the score " + score
                            + " is out of bounds, allowed are" + " -4611686018427387904 to 4611686018427387903");
            assertThat(lead().qualification().score()).isZero();
        }

        @ParameterizedTest
        @ValueSource(longs = {Qualification.LEAST_SCORE, 0, Qualification.MOST_SCORE})
        void within_is_taken(long score) {
            assertThat(engine.fire(new ScoreChanged("e-1", "L-1", AT, score)).status())
                    .isEqualTo(Outcome.Status.APPLIED);
            assertThat(lead().qualification().score()).isEqualTo(score);
        }
    }

    @Nested
    class A_reason_that_only_rules_give {
        private static final String SAYS =
                "the reason \"silence\" is not in the picklist \"%s\": [timing, budget not approved, competitor, other].";

        @Test
        void is_none_to_reject_with() {
            assertThat(engine.fire(new SalesRejected("e-1", "L-1", AT, "silence"))
                            .why())
                    .contains(SAYS.formatted("rejection"));
        }

        @Test
        void is_none_to_lose_with() {
            assertThat(engine.fire(new OpportunityLost("e-1", "L-1", AT, "silence"))
                            .why())
                    .contains(SAYS.formatted("closed lost"));
        }
    }
}
