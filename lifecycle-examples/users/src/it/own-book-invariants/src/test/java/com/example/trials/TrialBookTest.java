package com.example.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Example;

class TrialBookTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    @Example
    void a_trial_without_a_purchase_runs_out_after_14_days_and_not_before() {
        try (DroolsRuleBook book = DroolsRuleBook.fromClassPath("book")) {
            LifecycleEngine engine = LifecycleEngine.builder(book).build();
            engine.fire(new LeadCreated("e-1", "L-1", MONDAY, "sign-up", Map.of()));
            engine.fire(new Touchpoint("e-2", "L-1", MONDAY, "product use"));
            Instant end = MONDAY.plus(Duration.ofDays(14));

            engine.advanceTo(end.minusMillis(1));
            assertThat(engine.lead("L-1").map(Lead::stage)).hasValue("TRIAL");

            engine.advanceTo(end);
            assertThat(engine.lead("L-1").map(Lead::stage)).hasValue("RAN_OUT");
        }
    }

    @Example
    void the_office_is_shut_on_a_public_holiday() {
        Instant independenceDay = Instant.parse("2028-07-04T16:00:00Z");
        try (DroolsRuleBook book = DroolsRuleBook.fromClassPath("book")) {
            assertThat(book.lifecycle().calendar(Lifecycle.DEFAULT_CALENDAR)).hasValueSatisfying(office -> {
                assertThat(office.isOpen(independenceDay)).isFalse();
                assertThat(office.isOpen(independenceDay.plus(Duration.ofDays(1))))
                        .isTrue();
            });
        }
    }
}
