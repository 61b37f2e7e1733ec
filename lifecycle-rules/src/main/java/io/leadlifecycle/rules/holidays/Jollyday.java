package io.leadlifecycle.rules.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import io.leadlifecycle.calendar.PublicHolidays.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that touches jollyday, so that the class beside it can be loaded without. */
final class Jollyday {

    private static final String CODE = "-";
    private static final String NAME = "/";

    /** English is jollyday's root; for {@link Locale#ENGLISH} it might answer in the language of the machine. */
    private static final Locale WORDS = Locale.ROOT;

    /** What people write where the code is another one. */
    private static final Map<String, String> ALSO_CALLED = Map.of("US", "USA", "GB", "UK");

    private Jollyday() {}

    static boolean hasReader() {
        ClassLoader loader = HolidayManager.class.getClassLoader();
        return ServiceLoader.load(HolidayCalendarConfigurationService.class, loader).stream()
                .findAny()
                .isPresent();
    }

    static List<Place> countries() {
        return Arrays.stream(HolidayCalendar.values())
                .map(country -> new Place(country.getId(), names(country)))
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    private static List<String> names(HolidayCalendar country) {
        String described = ResourceUtil.getCountryDescription(WORDS, small(country.getId()));
        String also = ALSO_CALLED.get(country.getId());
        return Stream.of(described, spelled(country), also == null ? described : also)
                .filter(name -> !name.equals(ResourceUtil.UNDEFINED))
                .distinct()
                .toList();
    }

    /** {@code UNITED_STATES} as {@code United States}; where the name is the code, such as NYSE, it stays. */
    private static String spelled(HolidayCalendar country) {
        if (country.name().equals(country.getId())) {
            return country.name();
        }
        return Arrays.stream(country.name().split("_", -1))
                .map(word -> word.charAt(0) + small(word.substring(1)))
                .collect(Collectors.joining(" "));
    }

    /** Codes go to jollyday in small letters: it makes them so in the language of the machine, and a Turkish I is none. */
    private static String small(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    static List<Place> regions(String country) {
        return regions(manager(country).getCalendarHierarchy(), "", "")
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    private static Stream<Place> regions(CalendarHierarchy whole, String code, String name) {
        return whole.getChildren().values().stream().flatMap(part -> {
            String ownCode = code + part.getId().toUpperCase(Locale.ROOT);
            String ownName = name + part.getDescription(WORDS);
            return Stream.concat(Stream.of(new Place(ownCode, ownName)), regions(part, ownCode + CODE, ownName + NAME));
        });
    }

    static NavigableSet<LocalDate> holidays(String country, @Nullable String region, Year first, Year last) {
        String[] path = region == null ? new String[0] : small(region).split(CODE, -1);
        NavigableSet<LocalDate> days = inItsLoader(() -> manager(country)
                        .getHolidays(
                                // New Year's Day of the year after may be observed on 31 December.
                                first.minusYears(1).atDay(1),
                                last.plusYears(1).atMonth(12).atEndOfMonth(),
                                HolidayType.PUBLIC_HOLIDAY,
                                path))
                .stream()
                .flatMap(Jollyday::days)
                .collect(Collectors.toCollection(TreeSet::new));
        return days.subSet(first.atDay(1), true, last.atMonth(12).atEndOfMonth(), true);
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        boolean isWeekend = holiday.getActualDate().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return isWeekend ? Stream.of(holiday.getActualDate(), holiday.getDate()) : Stream.of(holiday.getDate());
    }

    private static HolidayManager manager(String country) {
        return inItsLoader(() -> HolidayManager.getInstance(ManagerParameters.create(small(country))));
    }

    /** Jollyday finds its reader where the thread looks, and that may be where the host has no libraries. */
    private static <T> T inItsLoader(Supplier<T> question) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HolidayManager.class.getClassLoader());
        try {
            return question.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
