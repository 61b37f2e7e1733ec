package io.leadlifecycle.rules.standard;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.LifecycleLaws;

/** The standard book cannot break what the core guarantees. */
class StandardBookLawsTest extends LifecycleLaws {
    @Override
    protected RuleBook book() {
        return Story.BOOK;
    }

    @Override
    protected Directory directory() {
        return Story.PEOPLE;
    }
}
