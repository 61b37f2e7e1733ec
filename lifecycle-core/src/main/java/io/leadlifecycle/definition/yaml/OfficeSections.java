package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import io.leadlifecycle.text.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when work is done: the calendars; then who does it, by {@link PeopleSections}. */
final class OfficeSections {
    private static final List<String> CALENDAR = List.of("zone", "open", "holidays", "special days", "business day");
    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern LOOSE_DATE = Pattern.compile("([1-9]\\d{3})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.([1-9]\\d{3})");

    private static final Pattern NEXT_AMOUNT = Pattern.compile("(?<=[a-z]) (?=\\d)");

    private final Section parts;

    OfficeSections(Section parts) {
        this.parts = parts;
    }

    void addTo(LifecycleBuilder builder) {
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        for (Entry entry : parts.named("calendars")) {
            calendars.put(entry.key(), calendar(entry));
        }
        calendars.forEach(builder::calendar);
        calendars.putIfAbsent(Lifecycle.DEFAULT_CALENDAR, BusinessCalendar.STANDARD);
        new PeopleSections(parts, calendars).addTo(builder);
    }

    private static BusinessCalendar calendar(Entry entry) {
        Section calendar = Section.of(entry.value(), "calendar \"" + entry.key() + "\"", CALENDAR);
        BusinessCalendar.Builder builder = BusinessCalendar.in(zone(calendar.required("zone")));
        for (Entry days : calendar.named("open")) {
            String what = "The opening hours of \"" + days.key() + "\"";
            days.value().place().check(() -> builder.open(days.key(), windows(days.value(), what)));
        }
        calendar.texts("holidays").forEach(text -> addHolidays(text, builder));
        for (Entry day : calendar.named("special days")) {
            LocalDate date = date(day.key(), day.place());
            String what = "The opening hours of " + date;
            day.value().place().check(() -> builder.specialDay(date, windows(day.value(), what)));
        }
        Duration businessDay = calendar.parsed("business day", OfficeSections::length);
        if (businessDay != null) {
            calendar.node("business day").place().check(() -> builder.businessDay(businessDay));
        }
        return entry.place().check(builder::build);
    }

    /** A date, or the name of a country or region; no name begins with a digit. */
    private static void addHolidays(Text text, BusinessCalendar.Builder builder) {
        if (Character.isDigit(text.value().charAt(0))) {
            builder.holiday(date(text.value(), text.place()));
            return;
        }
        text.place().check(() -> builder.holidays(text.value()));
    }

    private static String[] windows(Node node, String what) {
        return Section.texts(node, what).stream().map(Text::value).toArray(String[]::new);
    }

    private static ZoneId zone(Text text) {
        try {
            return ZoneId.of(text.value());
        } catch (DateTimeException e) {
            String meant = Suggestion.inline(text.value(), ZoneId.getAvailableZoneIds());
            throw text.place()
                    .refuse("The zone \"" + text.value() + "\" is unknown; allowed are names such as UTC or"
                            + " Europe/Berlin." + meant);
        }
    }

    static LocalDate date(String text, Place place) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw place.refuse("The date \"" + text + "\" is in no calendar; allowed are dates such as 2026-12-24.");
        }
        throw place.refuse("The date \"" + text + "\" is none; allowed are dates such as 2026-12-24." + meant(text));
    }

    private static String meant(String text) {
        Matcher loose = LOOSE_DATE.matcher(text);
        if (loose.matches()) {
            return meant(loose.group(1), loose.group(2), loose.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? meant(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : "";
    }

    private static String meant(String year, String month, String day) {
        return " Maybe \"" + year + "-" + padded(month) + "-" + padded(day) + "\"?";
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** The length of a business day: "8 hours", "7 hours 30 minutes". */
    private static Duration length(String text) {
        Duration sum = Duration.ZERO;
        for (String part : NEXT_AMOUNT.split(text, -1)) {
            TimeBudget budget = TimeBudget.parse(part);
            if (budget.isBusiness()) {
                throw new IllegalArgumentException("The business day \"" + text
                        + "\" is stated in business time; allowed are hours, minutes and seconds.");
            }
            sum = sum.plus(budget.in(BusinessCalendar.ALWAYS_OPEN));
        }
        return sum;
    }
}
