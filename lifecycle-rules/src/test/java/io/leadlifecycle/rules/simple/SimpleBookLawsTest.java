package io.leadlifecycle.rules.simple;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.LifecycleLaws;

/** The simple book cannot break what the core guarantees. */
class SimpleBookLawsTest extends LifecycleLaws {
    @Override
    protected RuleBook book() {
        return Preset.SIMPLE.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }
}
