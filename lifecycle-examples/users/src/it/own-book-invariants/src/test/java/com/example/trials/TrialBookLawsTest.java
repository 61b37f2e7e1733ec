package com.example.trials;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.testing.LifecycleLaws;

class TrialBookLawsTest extends LifecycleLaws {
    private static final DroolsRuleBook BOOK = DroolsRuleBook.fromClassPath("book");

    private static final PeopleDirectory PEOPLE = PeopleDirectory.fallback("growth")
            .person(Person.named("ana").as("SDR"))
            .build();

    @Override
    protected RuleBook book() {
        return BOOK;
    }

    @Override
    protected Directory directory() {
        return PEOPLE;
    }
}
