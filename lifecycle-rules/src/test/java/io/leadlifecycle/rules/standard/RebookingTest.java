package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.ADVANCED;
import static io.leadlifecycle.rules.presets.Preset.SIMPLE;
import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of rebooking.drl: what happens when a meeting is cancelled. */
class RebookingTest {
    private static final String WAIT = "rebook";
    /** Five business days after Monday at ten. */
    private static final String NEXT_MONDAY = "2026-03-09T10:00:00Z";

    private final Story cancelled = STANDARD.standingIn("WORKING").meetingCancelled();

    @Nested
    class REB_1 {
        @Test
        void there_are_five_business_days_to_find_another_date() {
            assertThat(cancelled.rules()).containsExactly("REB-1");
            assertThat(cancelled.due(WAIT)).isEqualTo(NEXT_MONDAY);
        }

        @Test
        void wherever_sales_has_answered_and_the_lead_may_be_recycled() {
            assertThat(STANDARD.stagesWhere("REB-1", Story::meetingCancelled)).containsExactly("SAL", "WORKING", "SQL");
            assertThat(STANDARD.at(MONDAY_10)
                            .imported("CLOSED_LOST")
                            .meetingCancelled()
                            .due(WAIT))
                    .isNull();
        }

        @Test
        void an_mql_that_sales_accepted_and_did_not_move_is_answered() {
            assertThat(SIMPLE.standingIn("MQL").meetingCancelled().due(WAIT)).isNull();
            assertThat(SIMPLE.standingIn("MQL").accepted().meetingCancelled().due(WAIT))
                    .isEqualTo(NEXT_MONDAY);
        }

        @Test
        void where_the_meeting_is_a_stage_the_wait_goes_on_in_the_stage_before() {
            Story story = ADVANCED.standingIn("MEETING_SET").meetingCancelled();

            assertThat(story.stage()).isEqualTo("WORKING");
            assertThat(story.due(WAIT)).isEqualTo(NEXT_MONDAY);
        }
    }

    @Nested
    class REB_2 {
        @Test
        void a_new_date_ends_the_wait() {
            cancelled.then("2026-03-09T09:59:59Z").meetingSet();

            assertThat(cancelled.rules()).containsExactly("REB-2");
            assertThat(cancelled.due(WAIT)).isNull();
            assertThat(cancelled.waited("2026-03-31T10:00:00Z").stage()).isEqualTo("WORKING");
        }

        @Test
        void the_next_one_that_is_cancelled_begins_another() {
            cancelled.meetingSet().then("2026-03-03T10:00:00Z").meetingCancelled();

            assertThat(cancelled.due(WAIT)).isEqualTo("2026-03-10T10:00:00Z");
        }

        @Test
        void a_meeting_that_nobody_waits_for_ends_nothing() {
            assertThat(STANDARD.standingIn("WORKING").meetingSet().rules()).isEmpty();
        }

        @Test
        void where_the_meeting_is_a_stage_it_is_set_again() {
            Story story = ADVANCED.standingIn("MEETING_SET").meetingCancelled().meetingSet();

            assertThat(story.rules()).containsExactly("MTG-1", "REB-2");
            assertThat(story.waited("2026-03-31T10:00:00Z").stage()).isEqualTo("MEETING_SET");
        }
    }

    @Nested
    class REB_3 {
        @Test
        void who_is_not_booked_again_in_a_week_is_recycled() {
            assertThat(cancelled.waited("2026-03-09T09:59:59.999Z").stage()).isEqualTo("WORKING");

            cancelled.waited(NEXT_MONDAY);

            assertThat(cancelled.rulesSinceThen()).containsExactly("REB-3", "REC-4", "REC-5", "REE-1");
            assertThat(cancelled.reason()).isEqualTo("meeting cancelled");
            assertThat(cancelled.enrolledSinceThen()).containsExactly("re-engagement");
        }

        @Test
        void a_deal_needs_no_meeting() {
            cancelled.dealOpened().waited("2026-03-31T10:00:00Z");

            assertThat(cancelled.stage()).isEqualTo("OPPORTUNITY");
        }
    }
}
