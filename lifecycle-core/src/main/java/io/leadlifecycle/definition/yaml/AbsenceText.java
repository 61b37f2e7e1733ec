package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.yaml.Node.Text;
import io.leadlifecycle.routing.Absence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when somebody is away: whole days, both ends included, or two instants, the last excluded. */
final class AbsenceText {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern DATES = Pattern.compile("(" + DATE + ")(?: to (" + DATE + "))?");
    private static final Pattern INSTANTS = Pattern.compile("(" + DATE + "T\\S+) to (" + DATE + "T\\S+)");
    private static final Pattern LOOSE_DATES =
            Pattern.compile("(" + DATE + ") ?(?:-|\u2013|\u2014|/|\\.\\.+|until|till|through|to) ?(" + DATE + ")");
    private static final Pattern TO = Pattern.compile(" to ");
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}");

    private final Text text;
    private final String owner;

    /** @param owner the person, for messages: {@code person "ana"} */
    AbsenceText(Text text, String owner) {
        this.text = text;
        this.owner = owner;
    }

    /** @param zone that of the days */
    Absence in(ZoneId zone) {
        Matcher dates = DATES.matcher(text.value());
        if (dates.matches()) {
            LocalDate first = OfficeSections.date(dates.group(1), text.place());
            LocalDate last = dates.group(2) == null ? first : OfficeSections.date(dates.group(2), text.place());
            requireInOrder(!last.isBefore(first), first.toString(), last.toString());
            return absence(
                    first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant());
        }
        Matcher instants = INSTANTS.matcher(text.value());
        if (instants.matches()) {
            Instant from = instant(instants.group(1));
            Instant until = instant(instants.group(2));
            requireInOrder(!until.isBefore(from), instants.group(1), instants.group(2));
            return absence(from, until);
        }
        Matcher loose = LOOSE_DATES.matcher(text.value());
        if (loose.matches()) {
            throw refuse(" Maybe \"" + loose.group(1) + " to " + loose.group(2) + "\"?");
        }
        TO.splitAsStream(text.value())
                .filter(part -> LIKE_A_DATE.matcher(part).matches())
                .forEach(part -> OfficeSections.date(part, text.place()));
        throw refuse("");
    }

    private Absence absence(Instant from, Instant until) {
        return text.place().check(() -> new Absence(from, until));
    }

    private Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw refuse("");
        }
    }

    private void requireInOrder(boolean isInOrder, String first, String last) {
        if (!isInOrder) {
            throw text.place()
                    .refuse(what() + " ends before it begins; allowed is the earlier one first. Maybe \"" + last
                            + " to " + first + "\"?");
        }
    }

    private RuntimeException refuse(String meant) {
        return text.place()
                .refuse(what() + " is none; allowed are a date such as 2026-12-24, \"2026-07-06 to 2026-07-17\" and"
                        + " \"2026-07-06T12:00:00Z to 2026-07-06T15:00:00Z\"." + meant);
    }

    private String what() {
        return "The absence \"" + text.value() + "\" of the " + owner;
    }
}
