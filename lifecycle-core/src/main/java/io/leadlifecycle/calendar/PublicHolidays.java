package io.leadlifecycle.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Who knows the public holidays of countries and regions: for a calendar that says {@code holidays: DE-BE} instead of
 * dates.
 *
 * <pre>{@code
 * // META-INF/services/io.leadlifecycle.calendar.PublicHolidays names a class such as this one:
 * public final class CompanyHolidays implements PublicHolidays {
 *     public List<Place> countries() { return List.of(new Place("ACME", "Acme Corporation")); }
 *     public List<Place> regions(String country) { return List.of(); }
 *     public NavigableSet<LocalDate> of(String country, @Nullable String region, Year first, Year last) { ... }
 * }
 * }</pre>
 *
 * <p>The core has none. {@code lifecycle-rules} brings one that asks jollyday where that is on the class path. Those
 * that {@link java.util.ServiceLoader} finds are asked in its order, first with the class loader of this library, then
 * with that of the thread; of two that know a name the first answers.
 *
 * <p>Asked are always the years {@link #FIRST} to {@link #LAST}. The version of a calendar is the hash of its dates, so
 * the span must not move with the day on which a calendar is read: it would be another calendar every New Year. It
 * begins before the leads that people still import and ends long after the last deadline of those that are open.
 * Outside of it the plain week holds. What lies ahead is what the law says today; a law that changes changes the dates,
 * with them the version, and clocks that run keep the calendar they began in.
 *
 * <p>Implementations have a public constructor without parameters, are thread-safe and give the same dates for the same
 * question. No parameter may be null, except where it says so.
 */
public interface PublicHolidays {

    /** The first year that is asked for: 2000. */
    Year FIRST = Year.of(2000);

    /** The last year that is asked for: 2099. */
    Year LAST = Year.of(2099);

    /**
     * A country, or a region of one.
     *
     * @param code the short name, such as {@code US}; of a region without that of its country, such as {@code BE}
     * @param names the names that people write, such as {@code Germany}; at least one, errors show the first
     */
    record Place(String code, List<String> names) {

        /** Keeps its own copy of the names. */
        public Place {
            names = List.copyOf(names);
            if (code.isBlank() || names.isEmpty()) {
                throw new IllegalArgumentException(
                        "The place \"" + code + "\" has the names " + names + ". Needed are a code and a name.");
            }
        }

        /** A place with one name. */
        public Place(String code, String name) {
            this(code, List.of(name));
        }
    }

    /** Whether what it reads from is there. One that is not ready is passed over as if it was absent. */
    default boolean isReady() {
        return true;
    }

    /** The countries it knows, in the order in which an error lists them. */
    List<Place> countries();

    /**
     * The regions of a country that have holidays of their own, also those within others, in the order in which an
     * error lists them.
     *
     * @param country the code of one of the {@link #countries}
     */
    List<Place> regions(String country);

    /**
     * The days on which offices are shut.
     *
     * @param country the code of one of the {@link #countries}
     * @param region the code of one of its {@link #regions}, null for the days that the whole country has
     * @param first the first year, included
     * @param last the last year, included
     */
    NavigableSet<LocalDate> of(String country, @Nullable String region, Year first, Year last);
}
