package io.leadlifecycle.rules.simple;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.EvaluationLaws;

/** In the simple book it does not matter whether the fit or the behaviour of a lead is known first. */
class SimpleBookEvaluationTest extends EvaluationLaws {
    @Override
    protected RuleBook book() {
        return Preset.SIMPLE.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }
}
