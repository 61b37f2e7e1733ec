package io.leadlifecycle.rules.scenes;

import static io.leadlifecycle.rules.presets.Preset.PEOPLE;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two records of one person become one, told as a whole. The first is ana's, the second, which goes on, ben's. */
class MergingScenesTest {
    private static final String YESTERDAY = "2026-05-30T08:00:00Z";

    private static Story bens(Preset preset, String stage, Story beside) {
        return preset.standingIn(stage, beside).assigned("ben");
    }

    private static void assertSound(Preset preset, Story... stories) {
        for (Story story : stories) {
            LifecycleInvariants.assertHold(preset.book().lifecycle(), story.journal(), story.lead());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_competitor_is_one_with_an_open_deal_which_ends_and_its_owner_hears_of_it(Preset preset) {
        Story competitor = preset.standingIn("DISQUALIFIED");
        Story deal = competitor.mergedInto(bens(preset, "OPPORTUNITY", competitor));

        assertThat(deal.lead().journey().finallyDisqualified()).isTrue();
        assertThat(deal.owner()).isEqualTo("ben");
        assertThat(deal.journal().get(deal.journal().size() - 1).effects())
                .singleElement()
                .isInstanceOf(Effect.Tell.class);
        assertThat(deal.toldSinceThen()).containsExactly("ben urgently");
        assertThat(deal.waited("2027-03-02T10:00:00Z").journal())
                .noneMatch(entry -> entry.at().isAfter(Instant.parse(Story.MONDAY_10)));
        assertSound(preset, competitor, deal);
    }

    @ParameterizedTest
    @EnumSource
    void an_open_deal_is_one_with_a_competitor_and_its_owner_hears_of_it(Preset preset) {
        Story deal = preset.standingIn("OPPORTUNITY");
        Story competitor = deal.mergedInto(preset.standingIn("DISQUALIFIED", deal));

        assertThat(competitor.stage()).isEqualTo("DISQUALIFIED");
        assertThat(deal.toldSinceThen()).containsExactly("ana urgently");
        assertSound(preset, competitor, deal);
    }

    @ParameterizedTest
    @EnumSource
    void a_silent_lead_that_wants_no_contact_is_one_with_an_mql(Preset preset) {
        Story silent =
                preset.standingIn("NURTURE").moved("DISQUALIFIED", "inactive").noContact("ALL");
        Story lead = silent.mergedInto(bens(preset, "MQL", silent));

        assertThat(lead.lead().journey().finallyDisqualified()).isTrue();
        assertThat(lead.reason()).isEqualTo("do not contact");
        assertThat(lead.lead().nextDue()).isEmpty();
        assertSound(preset, silent, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_recycled_lead_keeps_its_date_and_its_sequence_when_a_new_record_turns_out_to_be_the_same(Preset preset) {
        Story recycled = preset.standingIn("RECYCLED");
        Instant date = recycled.due("re-evaluation");
        Story fresh =
                recycled.beside("L-2", PEOPLE).then("2026-03-09T10:00:00Z").created(NOTHING);
        Story lead = fresh.after(Duration.ofHours(1)).mergedInto(recycled);

        assertThat(lead.stage()).isEqualTo("RECYCLED");
        assertThat(lead.due("re-evaluation")).isEqualTo(date);
        assertThat(lead.lead().sequences()).containsExactly("timing check-in");
        assertThat(lead.enrolledSinceThen()).isEmpty();
        assertSound(preset, fresh, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_recycled_lead_goes_on_as_the_new_record_with_its_date(Preset preset) {
        Story recycled = preset.standingIn("RECYCLED");
        Instant date = recycled.due("re-evaluation");
        Story fresh =
                recycled.beside("L-2", PEOPLE).then("2026-03-09T10:00:00Z").created(NOTHING);
        Story lead = recycled.then("2026-03-09T11:00:00Z").mergedInto(fresh);

        assertThat(lead.stage()).isEqualTo("RECYCLED");
        assertThat(lead.due("re-evaluation")).isEqualTo(date);
        assertThat(lead.lead().sequences()).containsExactly("timing check-in");
        assertSound(preset, recycled, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_demo_request_of_a_new_record_qualifies_the_recycled_lead_that_is_the_same(Preset preset) {
        Story recycled = preset.standingIn("RECYCLED");
        Story fresh = recycled.beside("L-2", PEOPLE)
                .then("2026-03-09T10:00:00Z")
                .created(NOTHING)
                .touched("demo request");
        Story lead = fresh.after(Duration.ofHours(1)).mergedInto(recycled);

        assertThat(lead.stage()).isEqualTo("MQL");
        assertThat(lead.rulesSinceThen()).contains("MQL-1");
        assertThat(lead.stamps("MQL").entries()).isEqualTo(2);
        assertSound(preset, fresh, lead);
    }

    @ParameterizedTest
    @EnumSource
    void old_points_of_a_silent_record_do_not_bring_a_recycled_lead_back(Preset preset) {
        Story old =
                preset.at("2025-03-03T10:00:00Z").created(NOTHING).scored(120).waited("2025-12-31T10:00:00Z");
        Story recycled = preset.standingIn("RECYCLED", old);
        Story lead = old.then("2026-03-02T11:00:00Z").mergedInto(recycled);

        assertThat(lead.stage()).isEqualTo("RECYCLED");
        ScoreReport report = ScoreReport.of(lead.journal());
        assertThat(report.sinceItWentBack()).isNotNull();
        assertThat(report.sinceItWentBack().score()).isZero();
        assertSound(preset, old, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_touch_of_one_record_yesterday_keeps_the_other_one_from_being_inactive_tomorrow(Preset preset) {
        Story touched = preset.standingIn("NURTURE");
        Story silent = preset.standingIn("NURTURE", touched);
        touched.then(YESTERDAY).touched("page visit");
        Story lead = touched.after(Duration.ofHours(12)).mergedInto(silent);

        assertThat(lead.due("inactive")).isEqualTo("2026-08-28T08:00:00Z");
        assertThat(lead.waited("2026-06-01T10:00:00Z").stage()).isEqualTo("NURTURE");
        assertThat(lead.waited("2026-08-28T08:00:00Z").reason()).isEqualTo("inactive");
        assertSound(preset, touched, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_deal_that_is_dark_is_not_when_its_person_was_busy_on_another_record(Preset preset) {
        Story busy = preset.standingIn("NURTURE");
        Story deal = preset.standingIn("OPPORTUNITY", busy).waited("2026-04-10T10:00:00Z");
        assertThat(deal.flagged("dark")).isTrue();
        busy.then("2026-04-10T11:00:00Z").touched("page visit");
        Story lead = busy.after(Duration.ofHours(1)).mergedInto(deal);

        assertThat(lead.flagged("dark")).isFalse();
        assertThat(lead.due("dark")).isEqualTo("2026-05-10T11:00:00Z");
        assertSound(preset, busy, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_deal_stays_dark_when_only_sales_was_busy_on_another_record(Preset preset) {
        Story called = preset.standingIn("NURTURE");
        Story deal = preset.standingIn("OPPORTUNITY", called).waited("2026-04-10T10:00:00Z");
        called.then("2026-04-10T11:00:00Z").called("connected");
        Story lead = called.after(Duration.ofHours(1)).mergedInto(deal);

        assertThat(lead.flagged("dark")).isTrue();
        assertSound(preset, called, lead);
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_bounced_is_not_the_address_of_the_other_record(Preset preset) {
        Story old = preset.standingIn("OPPORTUNITY").profile(Map.of("email", "ann@old.example", "emailValid", false));
        Story fresh = bens(preset, "OPPORTUNITY", old).profile(Map.of("email", "ann@new.example"));
        Story lead = old.mergedInto(fresh);

        assertThat(lead.lead().profile().has("emailValid")).isFalse();
        assertThat(lead.dealLost("timing").stage()).isEqualTo("RECYCLED");
        assertSound(preset, old, lead);
    }

    @ParameterizedTest
    @EnumSource
    void a_new_record_of_somebody_who_fell_silent_is_a_lead_again(Preset preset) {
        Story silent = preset.standingIn("NURTURE").moved("DISQUALIFIED", "inactive");
        Story fresh = silent.beside("L-2", PEOPLE).then("2026-03-09T10:00:00Z").created(ICP);
        Story lead = fresh.after(Duration.ofHours(1)).mergedInto(silent);

        assertThat(lead.stage()).isEqualTo("NURTURE");
        assertSound(preset, silent.then("2026-03-09T12:00:00Z"), fresh);
    }
}
