package com.example.crm;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.time.Instant;
import java.util.Map;

/** Tells the engine of the one lead that came by the form of a web site, and prints what it made of it. */
public final class WebForm {
    private WebForm() {}

    static Outcome submit(LifecycleEngine engine) {
        return engine.fire(new LeadCreated(
                "e-1",
                "L-1",
                Instant.parse("2026-03-02T10:00:00Z"),
                "inbound form",
                Map.of("industry", "software", "employees", 320, "title", "VP Sales")));
    }

    public static void main(String[] args) {
        try (DroolsRuleBook rules = DroolsRuleBook.standard()) {
            System.out.println(submit(LifecycleEngine.builder(rules).build()));
        }
    }
}
