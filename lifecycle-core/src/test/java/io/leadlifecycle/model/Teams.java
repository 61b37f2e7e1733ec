package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;

/** The teams of the worked examples, and the one place where their clocks are started. */
final class Teams {
    /** 25 May 2026 is a bank holiday. */
    static final BusinessCalendar LONDON = BusinessCalendar.in(ZoneId.of("Europe/London"))
            .open("MON-FRI", "09:00-17:00")
            .holiday(LocalDate.of(2026, 5, 25))
            .build();

    /** London after an edit: Thursday 4 June 2026 became a holiday, and a business day became shorter. */
    static final BusinessCalendar LONDON_EDITED = BusinessCalendar.in(ZoneId.of("Europe/London"))
            .open("MON-FRI", "10:00-16:00")
            .holiday(LocalDate.of(2026, 5, 25))
            .holiday(LocalDate.of(2026, 6, 4))
            .build();

    static final BusinessCalendar LOS_ANGELES = BusinessCalendar.in(ZoneId.of("America/Los_Angeles"))
            .open("MON-FRI", "09:00-17:00")
            .build();

    private static final Map<String, BusinessCalendar> ALL = Map.of(
            "London",
            LONDON,
            "London edited",
            LONDON_EDITED,
            "Los Angeles",
            LOS_ANGELES,
            "London lunch",
            open("Europe/London", "MON-FRI", "09:00-12:30", "13:00-17:00"),
            "London desk",
            open("Europe/London", "MON-SUN", "00:00-24:00"),
            "New York nights",
            open("America/New_York", "MON-SUN", "22:00-06:00"));

    static final CalendarVersions VERSIONS = versions(ALL.values());

    private Teams() {}

    private static BusinessCalendar open(String zone, String days, String... windows) {
        return BusinessCalendar.in(ZoneId.of(zone)).open(days, windows).build();
    }

    static BusinessCalendar team(String name) {
        BusinessCalendar team = ALL.get(name);
        if (team == null) {
            throw new IllegalArgumentException(
                    "The team \"" + name + "\" has no calendar here. Known are " + ALL.keySet() + ".");
        }
        return team;
    }

    static CalendarVersions versions(Collection<BusinessCalendar> calendars) {
        return version -> calendars.stream()
                .filter(calendar -> calendar.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** Wall-clock time of the team. */
    static Instant at(BusinessCalendar team, String local) {
        return LocalDateTime.parse(local).atZone(team.zone()).toInstant();
    }

    static Clock started(BusinessCalendar team, TimeBudget target, Instant start, Collection<Integer> percents) {
        return Clock.start(
                new ClockTarget("answer", target, false, "A-1 Answer"), 1, "MQL", start, team, percents, start);
    }
}
