package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.EvaluationLaws;

/** In the standard book it does not matter whether the fit or the behaviour of a lead is known first. */
class StandardBookEvaluationTest extends EvaluationLaws {
    @Override
    protected RuleBook book() {
        return STANDARD.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }
}
