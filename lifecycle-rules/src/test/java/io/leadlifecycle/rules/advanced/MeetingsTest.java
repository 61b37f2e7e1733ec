package io.leadlifecycle.rules.advanced;

import static io.leadlifecycle.rules.presets.Preset.ADVANCED;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of meetings.drl: how a meeting takes an accepted lead to its discovery. */
class MeetingsTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    @Test
    void a_common_rule_reaches_the_stage_of_a_meeting_too() {
        assertThat(ADVANCED.stagesWhere("INT-1", story -> story.profile(Map.of("email", "eve@test.example"))))
                .containsExactly("NEW", "NURTURE", "MQL", "SAL", "WORKING", "MEETING_SET", "SQL", "RECYCLED");
        assertThat(ADVANCED.stagesWhere("ACC-2", story -> story.rejected("timing")))
                .containsExactly("MQL", "SAL", "WORKING", "MEETING_SET", "SQL");
        assertThat(ADVANCED.stagesWhere("DIS-1", story -> story.discovered(BANT)))
                .containsExactly("MQL", "SAL", "WORKING", "MEETING_SET");
        assertThat(ADVANCED.stagesWhere("DIS-2", Story::discoveryCancelled))
                .containsExactly("SAL", "WORKING", "MEETING_SET");
        assertThat(ADVANCED.stagesWhere("CLS-1", Story::dealOpened))
                .containsExactly("MQL", "SAL", "WORKING", "MEETING_SET", "SQL", "RECYCLED");
    }

    @Nested
    class MTG_1 {
        @Test
        void a_meeting_is_set() {
            Story story = ADVANCED.standingIn("WORKING").meetingSet();

            assertThat(story.rules()).containsExactly("MTG-1");
            assertThat(story.movesSinceThen()).containsExactly("MEETING_SET");
        }

        @Test
        void only_of_a_lead_that_sales_accepted_and_did_not_qualify_yet() {
            assertThat(ADVANCED.stagesWhere("MTG-1", Story::meetingSet)).containsExactly("SAL", "WORKING");
        }

        @Test
        void the_work_it_skips_has_no_stamp() {
            assertThat(ADVANCED.standingIn("SAL").meetingSet().lead().journey().stampsOf("WORKING"))
                    .isEmpty();
        }
    }

    @Nested
    class MTG_2 {
        @Test
        void a_cancelled_meeting_is_work_again() {
            Story story = ADVANCED.standingIn("MEETING_SET").meetingCancelled();

            assertThat(story.rules()).containsExactly("MTG-2", "MTG-3", "REB-1");
            assertThat(story.refused()).isEmpty();
            assertThat(story.movesSinceThen()).containsExactly("WORKING");
        }

        @Test
        void another_date_sets_it_again() {
            Story story = ADVANCED.standingIn("MEETING_SET").meetingCancelled().meetingSet();

            assertThat(story.stage()).isEqualTo("MEETING_SET");
            assertThat(story.stamps("MEETING_SET").entries()).isEqualTo(2);
        }

        @Test
        void only_where_one_is_set() {
            assertThat(ADVANCED.stagesWhere("MTG-2", Story::meetingCancelled)).containsExactly("MEETING_SET");
        }
    }

    @Nested
    class MTG_3 {
        @Test
        void the_owner_finds_another_date() {
            assertThat(ADVANCED.standingIn("MEETING_SET").meetingCancelled().toldSinceThen())
                    .containsExactly("ana");
        }

        @Test
        void also_where_leads_never_go_back() {
            EditedPreset.Edit forward =
                    new EditedPreset.Edit("name: advanced\n", "name: advanced\nforward only: true\n");
            try (DroolsRuleBook book = EditedPreset.of(ADVANCED, forward)) {
                Story story = Story.in(book, MONDAY_10)
                        .created(ICP)
                        .assigned("ana")
                        .scored(100)
                        .accepted()
                        .meetingSet()
                        .after(Duration.ofHours(1))
                        .meetingCancelled();

                assertThat(story.refused()).containsExactly("MTG-2");
                assertThat(story.stage()).isEqualTo("MEETING_SET");
                assertThat(story.toldSinceThen()).containsExactly("ana");
            }
        }

        @Test
        void only_where_one_is_set() {
            assertThat(ADVANCED.stagesWhere("MTG-3", Story::meetingCancelled)).containsExactly("MEETING_SET");
        }
    }
}
