package io.leadlifecycle.rules.advanced;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.LifecycleLaws;

/** The advanced book cannot break what the core guarantees. */
class AdvancedBookLawsTest extends LifecycleLaws {
    @Override
    protected RuleBook book() {
        return Preset.ADVANCED.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }
}
