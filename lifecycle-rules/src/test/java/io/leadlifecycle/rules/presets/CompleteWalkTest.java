package io.leadlifecycle.rules.presets;

import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same events in every preset: one whose stage a preset lacks moves nothing there. */
class CompleteWalkTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    private static Story opened(Preset preset) {
        return preset.at(MONDAY_10)
                .created(ICP)
                .assigned("ana")
                .touched("demo request")
                .accepted()
                .called("connected")
                .meetingSet()
                .discovered(BANT)
                .dealOpened();
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE,   NEW NURTURE MQL SQL OPPORTUNITY CLOSED_WON",
        "STANDARD, NEW NURTURE MQL SAL WORKING SQL OPPORTUNITY CLOSED_WON",
        "ADVANCED, NEW NURTURE MQL SAL WORKING MEETING_SET SQL OPPORTUNITY CLOSED_WON"
    })
    void from_first_touch_to_won(Preset preset, String way) {
        Story story = opened(preset).dealWon();

        assertThat(String.join(" ", story.movesSinceThen())).isEqualTo(way);
        assertThat(story.journal()).hasSize(9);
        assertThat(story.lead().clocks())
                .allSatisfy(clock -> assertThat(clock.isOpen()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE,   MQL SQL OPPORTUNITY",
        "STANDARD, MQL SAL WORKING SQL OPPORTUNITY",
        "ADVANCED, MQL SAL WORKING MEETING_SET SQL OPPORTUNITY"
    })
    void from_lost_to_recycled_and_qualified_again(Preset preset, String again) {
        Story story = opened(preset).after(Duration.ofDays(7)).dealLost("timing");
        assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", "RECYCLED");

        story.after(Duration.ofDays(7)).touched("demo request").accepted().called("connected");
        story.meetingSet().discovered(BANT).dealOpened();

        assertThat(String.join(" ", story.movesSinceThen())).isEqualTo(again);
        assertThat(story.stamps("MQL").entries()).isEqualTo(2);
        assertThat(story.lead().journey().recycles().count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"SIMPLE", "STANDARD", "ADVANCED"})
    void from_disqualified_there_is_no_way_but_a_person(Preset preset) {
        Story story = preset.standingIn("SQL").rejected("competitor").touched("demo request");

        assertThat(story.movesSinceThen()).containsExactly("DISQUALIFIED");
        assertThat(story.reinstated().movesSinceThen()).startsWith("DISQUALIFIED", "NURTURE");
    }
}
