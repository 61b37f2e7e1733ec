package io.leadlifecycle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Contact;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.TouchHistory;
import io.leadlifecycle.model.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each change makes of a lead, without an engine. */
class ChangeTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private static Instant at(int seconds) {
        return AT.plusSeconds(seconds);
    }

    private static Lead after(Change... changes) {
        Lead lead = Lead.blank("L-1", AT);
        for (Change change : changes) {
            lead = change.applyTo(lead);
        }
        return lead;
    }

    private static Change.StageMoved recycled(int seconds) {
        return new Change.StageMoved(
                "SQL",
                "BACK",
                StageKind.RECYCLED,
                Direction.OUT,
                at(seconds),
                Trigger.MANUAL,
                "timing",
                false,
                false,
                "R-1",
                "why");
    }

    @Test
    void attempts_count_until_the_lead_answers() {
        Contact contact = after(
                        new ContactChange.Attempted(at(5), false, true),
                        new ContactChange.Attempted(at(3), false, true),
                        new ContactChange.Attempted(at(9), false, true))
                .contact();
        assertThat(contact.attempts()).isEqualTo(3);
        assertThat(contact.unansweredAttempts()).isEqualTo(3);
        assertThat(contact.lastAttemptAt()).isEqualTo(at(9));
        assertThat(contact.lastReplyAt()).isNull();
        Contact answered = after(
                        new ContactChange.Attempted(at(5), false, true),
                        new ContactChange.Attempted(at(6), true, false))
                .contact();
        assertThat(answered.unansweredAttempts()).isZero();
        assertThat(answered.lastReplyAt()).isEqualTo(at(6));
    }

    @Test
    void an_attempt_that_does_not_count_is_one_all_the_same() {
        Contact contact = after(
                        new ContactChange.Attempted(at(5), false, true),
                        new ContactChange.Attempted(at(6), false, false))
                .contact();
        assertThat(contact.attempts()).isEqualTo(2);
        assertThat(contact.unansweredAttempts()).isEqualTo(1);
        assertThat(contact.lastAttemptAt()).isEqualTo(at(6));
    }

    @Test
    void the_latest_attempt_and_reply_do_not_go_back() {
        Contact contact = after(
                        new ContactChange.Attempted(at(9), false, true),
                        new ContactChange.Attempted(at(3), false, true),
                        new ContactChange.Replied(at(8)),
                        new ContactChange.Replied(at(2)))
                .contact();
        assertThat(contact.lastAttemptAt()).isEqualTo(at(9));
        assertThat(contact.lastReplyAt()).isEqualTo(at(8));
        assertThat(contact.attempts()).isEqualTo(2);
        assertThat(contact.unansweredAttempts()).isZero();
    }

    @Test
    void the_first_response_is_the_earliest() {
        assertThat(after(new ContactChange.Responded(at(5)), new ContactChange.Responded(at(9)))
                        .contact()
                        .firstResponseAt())
                .isEqualTo(at(5));
        assertThat(after(new ContactChange.Responded(at(5)), new ContactChange.Responded(at(2)))
                        .contact()
                        .firstResponseAt())
                .isEqualTo(at(2));
    }

    @Test
    void contact_is_restricted_further_and_never_less() {
        assertThat(after(new ContactChange.ContactRestricted(Contactable.NO_MARKETING))
                        .contact()
                        .allowed())
                .isEqualTo(Contactable.NO_MARKETING);
        Lead lead = after(
                new ContactChange.ContactRestricted(Contactable.NO_CONTACT),
                new ContactChange.ContactRestricted(Contactable.NO_MARKETING),
                new ContactChange.CompanyLeft());
        assertThat(lead.contact().allowed()).isEqualTo(Contactable.NO_CONTACT);
        assertThat(lead.contact().leftCompany()).isTrue();
    }

    @Test
    void a_discovery_and_a_deal_are_on_the_lead() {
        Deal deal = new Deal("O-1", "bo", new BigDecimal("10.50"), "EUR", "open", "2026-12-31");
        Lead lead = after(
                new Change.Discovered("BANT", List.of("need"), List.of("budget")),
                new Change.DealKnown(deal.updatedBy(new Deal(null, "ana", null, null, null, null))));
        assertThat(lead.qualification()).isNotEqualTo(after().qualification());
        assertThat(lead.deal()).isEqualTo(new Deal("O-1", "ana", new BigDecimal("10.50"), "EUR", "open", "2026-12-31"));
    }

    @Test
    void a_cleared_flag_leaves_the_others_and_sequences_stay_in_order() {
        Lead lead = after(
                new Change.Flagged("hot", true),
                new Change.Flagged("dark", true),
                new Change.Flagged("hot", false),
                new Change.Enrolled("b"),
                new Change.Enrolled("a"));
        assertThat(lead.flags()).containsExactly("dark");
        assertThat(lead.sequences()).containsExactly("b", "a");
    }

    @Test
    void recycling_counts() {
        Lead lead = after(recycled(1), recycled(2), recycled(3));
        assertThat(lead.journey().recycles().count()).isEqualTo(3);
        assertThat(lead.journey().recycles().lastAt()).isEqualTo(at(3));
    }

    @Test
    void the_origin_stays_and_the_earliest_touch_and_the_latest_campaign_count() {
        Lead lead = after(
                new Change.OriginKnown("web", "spring", at(50)),
                new Change.OriginKnown("fair", "autumn", at(60)),
                new Change.Touched("visit", at(40), "winter", true),
                new Change.Touched("visit", at(70), null, true));
        assertThat(lead.origin().source()).isEqualTo("web");
        assertThat(lead.origin().campaign()).isEqualTo("spring");
        assertThat(lead.origin().lastCampaign()).isEqualTo("winter");
        assertThat(lead.origin().firstTouchAt()).isEqualTo(at(40));
        assertThat(after(new Change.OriginKnown(null, null, null), new Change.OriginKnown("fair", "c", at(2)))
                        .origin()
                        .source())
                .isEqualTo("fair");
    }

    @Test
    void a_touch_shadows_the_second_after_it_and_no_more() {
        Lead lead =
                after(new Change.Touched("visit", at(10), null, true), new Change.Touched("visit", at(20), null, true));
        assertThat(lead.touches().counts("visit", at(21))).isFalse();
        assertThat(lead.touches().counts("visit", at(21).plusMillis(1))).isTrue();
        assertThat(lead.touches().counts("visit", at(10).plusMillis(500))).isFalse();
        assertThat(lead.touches().counts("visit", at(9))).isTrue();
        assertThat(lead.touches().counts("other", at(20))).isTrue();
    }

    @Test
    void the_latest_32_touches_are_kept_in_order_and_all_are_counted() {
        Lead lead = Lead.blank("L-1", AT);
        for (int i = 0; i < 40; i++) {
            lead = new Change.Touched("visit", at(10 * i), null, true).applyTo(lead);
        }
        lead = new Change.Touched("visit", at(355), null, true).applyTo(lead);
        lead = new Change.Touched("visit", at(395), null, false).applyTo(lead);
        TouchHistory history = lead.touches().of("visit").orElseThrow();
        assertThat(history.count()).isEqualTo(41);
        assertThat(history.instants())
                .hasSize(TouchHistory.REMEMBERED)
                .isSorted()
                .contains(at(355));
        assertThat(history.first()).isEqualTo(at(0));
        assertThat(history.latest()).isEqualTo(at(390));
        assertThat(history.lastSeen()).isEqualTo(at(395));
    }
}
