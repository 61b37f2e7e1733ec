package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadAbsorbed;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.OpportunityUpdated;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleLead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is known of a lead after another one was merged into it. */
class LeadMergedKnowledgeTest extends MergeScene {
    @Test
    void values_of_the_lead_that_goes_on_count_and_unknown_ones_are_filled() {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        engine.fire(new ProfileUpdated(
                "p-1", "L-1", at(1), Map.of("industry", "software", "employees", 20, "title", "VP Sales")));
        engine.fire(new ProfileUpdated("p-1", "L-2", at(1), Map.of("employees", 200, "title", "Intern")));
        Outcome outcome = merge(60);
        assertThat(lead("L-2").profile().value("industry")).isEqualTo("software");
        assertThat(lead("L-2").profile().value("employees")).isEqualTo(200L);
        assertThat(lead("L-2").profile().has("seniority"))
                .as("it followed from the other title")
                .isFalse();
        assertThat(outcome.drawn().get(0).steps()).map(step -> step.event()).contains("ProfileChanged");
    }

    @Test
    void touches_attempts_and_scores_add_and_the_score_is_told() {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        for (String lead : List.of("L-1", "L-2")) {
            engine.fire(demo("t-1", lead, 5));
            engine.fire(new ContactAttempted("c-1", lead, at(6), "phone", "no answer"));
            engine.fire(new ScoreChanged("s-1", lead, at(7), 45));
        }
        Outcome outcome = merge(60);
        Lead then = lead("L-2");
        assertThat(then.touches().of("demo request")).hasValueSatisfying(history -> {
            assertThat(history.count()).isEqualTo(2);
            assertThat(history.instants()).containsExactly(at(5), at(5));
        });
        assertThat(then.contact().attempts()).isEqualTo(2);
        assertThat(then.contact().unansweredAttempts()).isEqualTo(2);
        assertThat(then.qualification().score()).isEqualTo(90);
        assertThat(outcome.drawn().get(0).steps()).map(step -> step.event()).contains("ScoreChanged");
    }

    @Test
    void whether_an_address_is_valid_is_not_known_from_another_address() {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        engine.fire(new ProfileUpdated("p-1", "L-1", at(1), Map.of("email", "ann@old.example", "emailValid", false)));
        engine.fire(new ProfileUpdated("p-1", "L-2", at(1), Map.of("email", "ann@new.example")));
        merge(60);
        assertThat(lead("L-2").profile().value("email")).isEqualTo("ann@new.example");
        assertThat(lead("L-2").profile().has("emailValid")).isFalse();
    }

    @Test
    void whether_an_address_is_valid_comes_with_it() {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        engine.fire(new ProfileUpdated("p-1", "L-1", at(1), Map.of("email", "ann@one.example", "emailValid", false)));
        merge(60);
        assertThat(lead("L-2").profile().value("emailValid")).isEqualTo(false);
    }

    @Nested
    class the_deal {
        private static final Deal NEW_DEAL = new Deal("D-NEW", "bo", new BigDecimal("5000"), "EUR", null, null);
        private static final Deal OLD_DEAL = new Deal("D-OLD", null, null, null, "lost", null);

        private Deal merged(Deal source, String sourceStands, Deal target, String targetStands) {
            stands("L-1", sourceStands, 0);
            stands("L-2", targetStands, 0);
            known("L-1", source);
            known("L-2", target);
            merge(60);
            return lead("L-2").deal();
        }

        private void known(String lead, Deal deal) {
            engine.fire(new OpportunityUpdated(
                    "d-1",
                    lead,
                    at(1),
                    deal.opportunityId(),
                    deal.owner(),
                    deal.amount(),
                    deal.currency(),
                    deal.stage(),
                    deal.closeDate(),
                    null));
        }

        @Test
        void comes_whole_with_the_stage_that_counts() {
            assertThat(merged(NEW_DEAL, "OPPORTUNITY", OLD_DEAL, "NURTURE")).isEqualTo(NEW_DEAL);
        }

        @Test
        void stays_whole_with_the_stage_that_counts() {
            assertThat(merged(OLD_DEAL, "NURTURE", NEW_DEAL, "OPPORTUNITY")).isEqualTo(NEW_DEAL);
        }

        @Test
        void that_both_know_is_known_better_by_both() {
            Deal same = new Deal("D-NEW", "ana", null, null, "proposal", null);
            assertThat(merged(same, "NURTURE", NEW_DEAL, "OPPORTUNITY"))
                    .isEqualTo(new Deal("D-NEW", "bo", new BigDecimal("5000"), "EUR", "proposal", null));
        }

        @Test
        void that_only_one_has_is_kept_whoever_that_is() {
            assertThat(merged(NEW_DEAL, "NURTURE", Deal.NONE, "OPPORTUNITY")).isEqualTo(NEW_DEAL);
        }
    }

    @Nested
    class the_score_since_recycling {
        private void scored(String lead, int minutes, long score) {
            engine.fire(new ScoreChanged("s-" + minutes, lead, at(minutes), score));
        }

        private void known(String lead, int minutes) {
            engine.fire(new LeadCreated("created", lead, at(minutes), "web", Map.of()));
        }

        private void recycled(String lead, int minutes) {
            engine.fire(new StageChangeRequested("q-" + minutes, lead, at(minutes), "MQL").by("ana"));
            engine.fire(new StageChangeRequested(
                    "r-" + minutes, lead, at(minutes + 1), "RECYCLED", "timing", "as agreed", "ana"));
        }

        private String report() {
            return ScoreReport.of(engine.journal("L-2")).toString();
        }

        private long sinceThen() {
            return new RuleLead(SampleLifecycle.lifecycle(), lead("L-2"), at(1_000)).getScore();
        }

        @Test
        void counts_no_old_points_of_a_lead_that_never_was_recycled() {
            known("L-1", 0);
            scored("L-1", 1, 120);
            known("L-2", 0);
            scored("L-2", 2, 30);
            recycled("L-2", 10);
            merge(60);
            assertThat(lead("L-2").qualification().score()).isEqualTo(150);
            assertThat(sinceThen()).isZero();
            assertThat(report()).isEqualTo("150 = 1 merged lead 120 + set by the host 30; since it went back 0");
        }

        @Test
        void counts_none_of_the_lead_that_goes_on_either() {
            known("L-1", 0);
            scored("L-1", 1, 90);
            recycled("L-1", 10);
            scored("L-1", 20, 95);
            known("L-2", 0);
            scored("L-2", 5, 20);
            merge(60);
            assertThat(sinceThen()).isEqualTo(5);
            assertThat(report())
                    .isEqualTo("115 = 1 merged lead 95 + set by the host 20; since it went back 5 = 1 merged lead 5");
        }

        @Test
        void counts_no_points_between_two_recyclings() {
            known("L-1", 0);
            scored("L-1", 1, 10);
            recycled("L-1", 10);
            scored("L-1", 20, 70);
            known("L-2", 0);
            scored("L-2", 30, 40);
            recycled("L-2", 40);
            scored("L-2", 50, 45);
            merge(60);
            assertThat(sinceThen()).isEqualTo(5);
        }

        @Test
        void counts_every_point_of_a_lead_that_became_known_since() {
            known("L-2", 0);
            scored("L-2", 1, 30);
            recycled("L-2", 10);
            known("L-1", 20);
            scored("L-1", 30, 60);
            merge(60);
            assertThat(sinceThen()).isEqualTo(60);
            assertThat(report()).endsWith("since it went back 60 = 1 merged lead 60");
        }

        @Test
        void counts_no_points_of_which_it_is_not_known_when_they_were_earned() {
            known("L-1", 0);
            scored("L-1", 1, 100);
            known("L-2", 0);
            recycled("L-2", 10);
            scored("L-1", 50, 120);
            merge(60);
            assertThat(sinceThen()).isZero();
        }
    }

    @Test
    void the_earlier_lead_says_where_it_came_from_and_the_earliest_stamps_count() {
        engine.fire(new LeadCreated("created", "L-1", at(0), "fair", "spring", at(-600), Map.of(), null));
        engine.fire(new LeadCreated("created", "L-2", at(10), "web", null, null, Map.of(), null));
        merge(60);
        assertThat(lead("L-2").origin().source()).isEqualTo("fair");
        assertThat(lead("L-2").origin().campaign()).isEqualTo("spring");
        assertThat(lead("L-2").origin().createdAt()).isEqualTo(at(0));
        assertThat(lead("L-2").origin().firstTouchAt()).isEqualTo(at(-600));
        assertThat(lead("L-2").journey().stampsOf("NEW")).hasValueSatisfying(stamps -> {
            assertThat(stamps.first()).isEqualTo(at(0));
            assertThat(stamps.latest()).isEqualTo(at(10));
            assertThat(stamps.entries()).isEqualTo(2);
        });
    }

    @Test
    void rules_of_the_lead_that_goes_on_hear_of_it_first() {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        Outcome outcome = merge(60);
        assertThat(outcome.drawn().get(0).steps())
                .map(step -> step.event())
                .startsWith(LeadAbsorbed.class.getSimpleName(), ProfileChanged.class.getSimpleName());
        assertThat(outcome.effects()).map(Effect::leadId).containsExactly("L-1", "L-2");
    }
}
