package com.example.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.testing.LifecycleInvariants;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebFormTest {
    @Test
    void a_fitting_lead_that_has_done_nothing_yet_is_nurtured() {
        try (DroolsRuleBook rules = DroolsRuleBook.standard()) {
            LifecycleEngine engine = LifecycleEngine.builder(rules).build();

            Outcome outcome = WebForm.submit(engine);

            assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
            assertThat(outcome.movedTo()).hasValue("NURTURE");
            Lead lead = engine.lead("L-1").orElseThrow();
            LifecycleInvariants.assertHold(rules.lifecycle(), engine.journal("L-1"), lead);
        }
    }
}
