package io.leadlifecycle.rules.advanced;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.testing.EvaluationLaws;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * In the advanced book it does not matter whether the fit or the behaviour of a lead is known first. Only for one that
 * its profile disqualifies for good it does: the points of a touch before it stay, the core refuses those of one after.
 */
class AdvancedBookEvaluationTest extends EvaluationLaws {
    @Override
    protected RuleBook book() {
        return Preset.ADVANCED.book();
    }

    @Override
    protected Directory directory() {
        return Preset.PEOPLE;
    }

    @Override
    @Provide
    protected Arbitrary<List<LeadEvent>> encounters() {
        return super.encounters().filter(history -> history.stream().noneMatch(this::putsOutForGood));
    }

    private boolean putsOutForGood(LeadEvent event) {
        if (!(event instanceof ProfileUpdated update)) {
            return false;
        }
        boolean internal = update.profile().get("email") instanceof String email
                && book().lifecycle().isInternal(email);
        return internal || Boolean.FALSE.equals(update.profile().get("emailValid"));
    }
}
