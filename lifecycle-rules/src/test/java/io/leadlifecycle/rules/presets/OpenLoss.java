package io.leadlifecycle.rules.presets;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset.Edit;
import java.util.EnumMap;
import java.util.Map;

/**
 * A preset with the reason {@code other}: all shipped reasons decide at once, this one leaves it to a person, and a lead may
 * stay lost. Books live as long as the tests.
 */
public final class OpenLoss {
    private static final Map<Preset, DroolsRuleBook> BOOKS = new EnumMap<>(Preset.class);

    private OpenLoss() {}

    /** The same book each time. */
    public static DroolsRuleBook in(Preset preset) {
        synchronized (BOOKS) {
            return BOOKS.computeIfAbsent(preset, OpenLoss::edited);
        }
    }

    private static DroolsRuleBook edited(Preset preset) {
        return EditedPreset.of(
                preset,
                new Edit("reasons:\n  timing:", "reasons:\n  other: {disposition: chosen}\n  timing:"),
                new Edit("rejection:\n    [timing, ", "rejection:\n    [other, timing, "),
                new Edit("closed lost:\n    [timing, ", "closed lost:\n    [other, timing, "),
                new Edit("  recycling:\n", "  recycling:\n    - other\n"),
                new Edit("  disqualification:\n", "  disqualification:\n    - other\n"));
    }
}
