package io.leadlifecycle.calendar;

import java.time.Duration;
import java.util.StringJoiner;

/** A duration as people write it: "2 h", "2 h 30 min", "45 min", "1.5 s". */
final class DurationText {

    private DurationText() {}

    static String of(Duration duration) {
        if (duration.isZero()) {
            return "0 h";
        }
        StringJoiner text = new StringJoiner(" ");
        if (duration.toHours() > 0) {
            text.add(duration.toHours() + " h");
        }
        if (duration.toMinutesPart() > 0) {
            text.add(duration.toMinutesPart() + " min");
        }
        if (duration.toSecondsPart() > 0 || duration.toNanosPart() > 0) {
            text.add(seconds(duration) + " s");
        }
        return text.toString();
    }

    private static String seconds(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return Integer.toString(duration.toSecondsPart());
        }
        String fraction =
                Integer.toString(1_000_000_000 + duration.toNanosPart()).substring(1);
        return duration.toSecondsPart() + "." + fraction.replaceAll("0+$", "");
    }
}
