package io.leadlifecycle;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LifecycleLaws;

/** No rule breaks an invariant, whatever it proposes. */
class HostileBookLawsTest extends LifecycleLaws {
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 1);

    @Override
    protected RuleBook book() {
        return BOOK;
    }

    @Override
    protected Directory directory() {
        return SampleLifecycle.PEOPLE;
    }
}
