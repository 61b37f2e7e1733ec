package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.standard.Story.ICP;
import static io.leadlifecycle.rules.standard.Story.MISFIT;
import static io.leadlifecycle.rules.standard.Story.MONDAY_10;
import static io.leadlifecycle.rules.standard.Story.NOTHING;
import static io.leadlifecycle.rules.standard.Story.standingIn;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.RuleInfo;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shortest story in which each rule of the standard book fires; no rule is without one. */
class EveryRuleFiresTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};
    private static final String PRICES = "pricing page visit";

    private static final Map<String, Supplier<Story>> STORIES = Map.<String, Supplier<Story>>ofEntries(
            entry("INT-1", () -> born(Map.of("email", "eve@test.example"))),
            entry("INT-2", () -> born("event list")),
            entry("INT-3", () -> born("import")),
            entry("INT-4", () -> born("partner deal")),
            entry("INT-5", () -> born("partner").dealOpened()),
            entry("INT-6", () -> born("web").touched("demo request").profile(MISFIT)),
            entry("FIT-1", () -> born(Map.of("industry", "healthcare"))),
            entry("FIT-2", () -> born(Map.of("employees", 50))),
            entry("FIT-3", () -> born(Map.of("title", "Director"))),
            entry("FIT-4", () -> born(NOTHING).waited("2026-03-03T10:00:00Z").profile(ICP)),
            entry("MQL-1", () -> born(ICP).touched("demo request")),
            entry("MQL-2", () -> born(ICP).touched("event attended")),
            entry("MQL-3", () -> born(ICP).touched("content download", "return visit", "return visit")),
            entry("MQL-4", () -> born(ICP).touched("content download", PRICES)),
            entry("MQL-5", () -> born(ICP).touched(PRICES, PRICES, PRICES)),
            entry("MQL-6", () -> born(ICP).scored(100)),
            entry("MQL-7", () -> born(NOTHING).touched("demo request")),
            entry("ACC-1", () -> standingIn("MQL").accepted()),
            entry("ACC-2", () -> standingIn("MQL").rejected("timing")),
            entry("ACC-3", () -> standingIn("MQL").rejected("wrong ICP")),
            entry("ACC-4", () -> standingIn("MQL").called("no answer")),
            entry("ACC-5", () -> standingIn("MQL").replied()),
            entry("ACC-6", () -> standingIn("MQL").replied().waited("2026-03-02T11:00:00Z")),
            entry("ACC-7", () -> standingIn("MQL").called("no answer")),
            entry("SLA-1", () -> born(ICP).touched("demo request")),
            entry("SLA-2", () -> born(ICP).touched("webinar attended")),
            entry("SLA-3", () -> born(ICP).scored(100)),
            entry("SLA-4", () -> born(ICP).scored(100)),
            entry("SLA-5", () -> standingIn("MQL").assigned("ben")),
            entry("SLA-6", () -> standingIn("MQL").waited("2026-03-03T13:01:00Z")),
            entry("SLA-7", () -> standingIn("MQL").waited("2026-03-31T10:00:00Z")),
            entry("SLA-8", () -> standingIn("MQL").waited("2026-03-31T10:00:00Z")),
            entry("WRK-1", () -> standingIn("SAL").called("connected")),
            entry("WRK-2", () -> standingIn("SAL").replied()),
            entry("WRK-3", () -> standingIn("WORKING").discovered(BANT)),
            entry("WRK-4", () -> standingIn("WORKING").discoveryCancelled()),
            entry("REC-1", () -> standingIn("SAL").rejected("timing")),
            entry("REC-2", () -> standingIn("SAL").rejected("no budget")),
            entry("REC-3", () -> standingIn("SAL").rejected("stakeholder change")),
            entry("REC-4", () -> standingIn("SAL").discoveryCancelled()),
            entry("REC-5", () -> standingIn("SAL").rejected("timing")),
            entry("REC-6", () -> standingIn("RECYCLED").touched(PRICES)),
            entry(
                    "REC-7",
                    () -> standingIn("RECYCLED").then("2026-09-02T10:00:00Z").touched("page visit")),
            entry("REC-8", () -> standingIn("OPPORTUNITY").noContact("ALL").dealLost("timing")),
            entry(
                    "REC-9",
                    () -> standingIn("OPPORTUNITY")
                            .profile(Map.of("emailValid", false))
                            .dealLost("timing")),
            entry("DSQ-1", () -> born(MISFIT)),
            entry("DSQ-2", () -> born(MISFIT).touched("demo request")),
            entry("DSQ-3", () -> born(MISFIT).touched("demo request").profile(ICP)),
            entry("DSQ-4", () -> born(ICP).noContact("ALL")),
            entry("DSQ-5", () -> born(ICP).leftCompany()),
            entry("DSQ-6", () -> born(ICP).called("bounced")),
            entry("DSQ-7", () -> born(Map.of("emailValid", false))),
            entry("DSQ-8", () -> standingIn("OPPORTUNITY").noContact("ALL")),
            entry("DSQ-9", () -> standingIn("OPPORTUNITY").leftCompany()),
            entry("DSQ-10", () -> standingIn("OPPORTUNITY").called("bounced")),
            entry("DSQ-11", () -> born(ICP).moved("DISQUALIFIED", "inactive").touched(PRICES)),
            entry("DSQ-12", () -> born(MISFIT).touched("demo request")),
            entry("DSQ-13", () -> born(MISFIT).profile(ICP)),
            entry("DSQ-14", () -> standingIn("DISQUALIFIED").touched("demo request")),
            entry("DSQ-15", () -> born(MISFIT).reinstated()),
            entry("CLS-1", () -> standingIn("SQL").dealOpened()),
            entry("CLS-2", () -> standingIn("OPPORTUNITY").dealWon()),
            entry("CLS-3", () -> standingIn("OPPORTUNITY").dealLost("timing")),
            entry("CLS-4", () -> standingIn("OPPORTUNITY").dealLost("timing")),
            entry("CLS-5", () -> standingIn("OPPORTUNITY").dealLost("competitor")),
            entry("CLS-6", () -> standingIn("OPPORTUNITY").dealLost("timing").dealReopened()));

    private static Story born(Map<String, Object> profile) {
        return Story.at(MONDAY_10).created(profile);
    }

    private static Story born(String source) {
        return Story.at(MONDAY_10).created(source, NOTHING);
    }

    static Stream<String> rules() {
        return Story.BOOK.rules().stream().map(RuleInfo::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void it_fires(String rule) {
        Story story = Objects.requireNonNull(STORIES.get(rule), "no story").get();

        assertThat(story.rulesSinceThen()).contains(rule);
    }

    @Test
    void no_story_is_about_a_rule_that_is_gone() {
        assertThat(rules()).containsAll(STORIES.keySet());
    }
}
