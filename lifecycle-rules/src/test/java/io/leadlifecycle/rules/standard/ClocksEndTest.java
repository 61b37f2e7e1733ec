package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules about clocks together: with the lead's way its clocks end, and nobody is told of them any more. */
class ClocksEndTest {
    /** How a lead ends, or leaves sales. */
    private static Story ended(Story story, String how) {
        return switch (how) {
            case "REJECTED_FOR_NOW" -> story.rejected("timing");
            case "REJECTED_FOR_GOOD" -> story.rejected("competitor");
            case "WRONG_NUMBER" -> story.called("wrong number");
            case "WANTS_NO_CONTACT" -> story.noContact("ALL");
            case "LEFT_COMPANY" -> story.leftCompany();
            case "BAD_ADDRESS" -> story.profile(Map.of("emailValid", false));
            case "MOVED_OUT" -> story.moved("DISQUALIFIED", "inactive");
            case "WON" -> story.dealOpened().dealWon();
            default -> throw new IllegalArgumentException("No lead ends by \"" + how + "\".");
        };
    }

    /** Ana's MQL: four hours from Monday 10:00 on. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100);
    }

    private static String verdicts(Story story) {
        return story.lead().clocks().stream()
                .map(clock -> clock.name() + " " + clock.verdict())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REJECTED_FOR_NOW  | acceptance MET, speed to lead MET             | a rejection is an answer",
                "REJECTED_FOR_GOOD | acceptance MET, speed to lead MET             | a rejection is an answer",
                "WRONG_NUMBER      | acceptance MET, speed to lead MET             | somebody tried in time",
                "WANTS_NO_CONTACT  | acceptance CANCELLED, speed to lead CANCELLED | nobody may answer any more",
                "LEFT_COMPANY      | acceptance CANCELLED, speed to lead CANCELLED | nobody is there to be answered",
                "BAD_ADDRESS       | acceptance CANCELLED, speed to lead CANCELLED | nobody can be answered",
                "MOVED_OUT         | acceptance CANCELLED, speed to lead CANCELLED | a person ended it without a call",
                "WON               | acceptance MET, speed to lead MET             | the deal is the answer"
            })
    void of_an_mql_in_time(String end, String verdicts, String why) {
        Story story = ended(fourHours().then("2026-03-02T11:00:00Z"), end);

        assertThat(verdicts(story)).as(why).isEqualTo(verdicts);
        assertThat(story.lead().clocks()).as(why).noneMatch(Clock::isOpen);
        assertThat(story.waited("2027-03-02T10:00:00Z").toldSinceThen()).as(why).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED_FOR_NOW",
        "REJECTED_FOR_GOOD",
        "WRONG_NUMBER",
        "WANTS_NO_CONTACT",
        "LEFT_COMPANY",
        "BAD_ADDRESS",
        "MOVED_OUT",
        "WON"
    })
    void a_breach_stays_a_breach(String end) {
        Story story = ended(fourHours().waited("2026-03-02T14:30:00Z").then("2026-03-02T14:40:00Z"), end);

        assertThat(verdicts(story)).isEqualTo("acceptance BREACHED, speed to lead BREACHED");
        assertThat(story.lead().clocks()).noneMatch(Clock::isOpen);
        assertThat(story.waited("2027-03-02T10:00:00Z").toldSinceThen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REJECTED_FOR_GOOD | acceptance MET, first contact CANCELLED, speed to lead MET       | no call came",
                "WRONG_NUMBER      | acceptance MET, first contact MET, speed to lead MET             | the call came",
                "LEFT_COMPANY      | acceptance MET, first contact CANCELLED, speed to lead CANCELLED | no call came"
            })
    void of_an_accepted_lead(String end, String verdicts, String why) {
        Story accepted = fourHours().then("2026-03-02T10:30:00Z").accepted();
        Story story = ended(accepted.then("2026-03-02T11:00:00Z"), end);

        assertThat(verdicts(story)).as(why).isEqualTo(verdicts);
        assertThat(story.waited("2027-03-02T10:00:00Z").toldSinceThen()).as(why).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REJECTED_FOR_NOW", "REJECTED_FOR_GOOD", "WANTS_NO_CONTACT", "LEFT_COMPANY", "MOVED_OUT"})
    void a_notice_that_waits_for_the_opening_is_dropped(String end) {
        Story story = STANDARD.at("2026-03-06T16:50:00Z")
                .created(NOTHING)
                .assigned("ana")
                .touched("demo request");
        story.then("2026-03-07T12:00:00Z").profile(ICP).waited("2026-03-07T12:00:00Z");
        assertThat(story.rulesSinceThen()).containsExactly("NTC-3");
        assertThat(story.clock("speed to lead").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(story.lead().agenda().notices().held()).hasSize(2);

        Story ended = ended(story.then("2026-03-08T12:00:00Z"), end);
        assertThat(ended.waited("2026-03-09T17:00:00Z").toldSinceThen()).isEmpty();
    }

    @Test
    void a_notice_that_waits_is_told_at_the_opening_otherwise() {
        Story story = STANDARD.at("2026-03-06T16:50:00Z")
                .created(NOTHING)
                .assigned("ana")
                .touched("demo request");
        story.then("2026-03-07T12:00:00Z").profile(ICP);
        assertThat(story.waited("2026-03-09T08:59:59.999Z").toldSinceThen()).isEmpty();

        assertThat(story.waited("2026-03-09T09:00:00Z").toldSinceThen())
                .containsExactly("ana", "maria (cc ana) urgently");
    }
}
