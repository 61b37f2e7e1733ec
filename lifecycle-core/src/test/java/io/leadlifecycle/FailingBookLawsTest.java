package io.leadlifecycle;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LifecycleLaws;

/** A rule that fails takes nothing with it: the event saves nothing, what fell due is parked. */
class FailingBookLawsTest extends LifecycleLaws {
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 2)
            .failing();

    @Override
    protected RuleBook book() {
        return BOOK;
    }

    @Override
    protected Directory directory() {
        return SampleLifecycle.PEOPLE;
    }
}
