package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Territory;
import io.leadlifecycle.text.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads who works when and where: calendars, teams, people and territories. */
final class OfficeSections {
    private static final List<String> CALENDAR = List.of("zone", "open", "holidays", "special days", "business day");
    private static final List<String> TEAM = List.of("calendar");
    private static final List<String> PERSON = List.of("manager", "team", "role", "calendar", "active");
    private static final String TERRITORY_TEAM = "team";
    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern LOOSE_DATE = Pattern.compile("([1-9]\\d{3})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.([1-9]\\d{3})");

    private static final Pattern NEXT_AMOUNT = Pattern.compile("(?<=[a-z]) (?=\\d)");

    private final Section parts;
    private final Set<String> calendars;
    private final Set<String> teams;
    private final Set<String> managers;
    private final List<String> roles;

    OfficeSections(Section parts) {
        this.parts = parts;
        calendars = keys("calendars");
        calendars.add(Lifecycle.DEFAULT_CALENDAR);
        teams = keys("teams");
        managers = keys("people");
        roles = parts.names("roles");
    }

    private Set<String> keys(String part) {
        return parts.named(part).stream().map(Entry::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void addTo(LifecycleBuilder builder) {
        for (Entry entry : parts.named("calendars")) {
            builder.calendar(entry.key(), calendar(entry));
        }
        addPeople(builder);
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

    private static LocalDate date(String text, Place place) {
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

    private void addPeople(LifecycleBuilder builder) {
        String fallback = parts.value("fallback");
        if (fallback == null) {
            requireNobody();
            return;
        }
        managers.add(fallback);
        PeopleDirectory.Builder directory = PeopleDirectory.fallback(fallback);
        for (Entry entry : parts.named("teams")) {
            Section team = Section.of(entry.value(), "team \"" + entry.key() + "\"", TEAM);
            directory.team(entry.key());
            String calendar = team.reference("calendar", calendars);
            if (calendar != null) {
                directory.teamCalendar(entry.key(), calendar);
            }
        }
        parts.named("people").forEach(entry -> directory.person(person(entry)));
        for (Entry entry : parts.named("territories")) {
            Territory territory = territory(entry);
            entry.place().check(() -> directory.territory(territory));
        }
        builder.directory(parts.node("fallback").place().check(directory::build));
    }

    private void requireNobody() {
        for (String part : List.of("people", "teams", "territories")) {
            if (!parts.named(part).isEmpty()) {
                throw parts.placeOf(part)
                        .refuse("The lifecycle has \"" + part
                                + "\" and no \"fallback\": a message that resolves to nobody" + " would be lost.");
            }
        }
    }

    private Person person(Entry entry) {
        Section person = Section.of(entry.value(), "person \"" + entry.key() + "\"", PERSON);
        return new Person(
                entry.key(),
                person.reference("manager", managers),
                person.reference("team", teams),
                person.reference("role", roles),
                person.reference("calendar", calendars),
                person.flag("active", true));
    }

    private Territory territory(Entry entry) {
        Section territory = Section.ofAny(entry.value(), "territory \"" + entry.key() + "\"");
        Text team = territory.required(TERRITORY_TEAM);
        territory.reference(TERRITORY_TEAM, teams);
        List<Territory.Requirement> requirements = territory.keys().stream()
                .filter(field -> !field.equals(TERRITORY_TEAM))
                .map(field -> new Territory.Requirement(field, values(territory, field)))
                .toList();
        return new Territory(entry.key(), requirements, team.value());
    }

    private static List<String> values(Section territory, String field) {
        return territory.requiredTexts(field).stream().map(Text::value).toList();
    }
}
