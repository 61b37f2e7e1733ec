package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.LifecycleLaws;

/** The standard book cannot break what the core guarantees. */
class StandardBookLawsTest extends LifecycleLaws {
    @Override
    protected RuleBook book() {
        return STANDARD.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }
}
