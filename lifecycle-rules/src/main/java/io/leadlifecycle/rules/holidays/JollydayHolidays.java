package io.leadlifecycle.rules.holidays;

import io.leadlifecycle.calendar.PublicHolidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays that jollyday knows. Nobody calls this class; it makes {@code holidays: US} mean something once
 * jollyday is among the dependencies:
 *
 * <pre>{@code
 * de.focus-shift:jollyday-core
 * de.focus-shift:jollyday-jaxb
 * }</pre>
 *
 * <p>Without them it is not ready, and a calendar that names a country is refused with what is missing.
 *
 * <ul>
 *   <li>Taken are jollyday's public holidays, on which offices are shut. Its bank holidays (only banks are, such as on
 *       2 January in Switzerland) and observances (nobody is) are not.
 *   <li>A country's own name stands for what all of it has. Columbus Day is a matter of states: {@code US-NY} has it,
 *       {@code US} has not.
 *   <li>A holiday that is observed on another day, since it falls on a weekend, is two days: in 2026, Friday 3 July and
 *       Saturday 4 July. One that is moved from a weekday is the day that it is moved to.
 *   <li>Holidays of the Islamic calendar are computed; the day that is proclaimed may be another one. State it as a
 *       date beside the name.
 * </ul>
 *
 * <p>Thread-safe. The first country of a JVM takes about a third of a second, another one some hundredths, one asked for
 * again a hundredth: jollyday keeps what it has read.
 */
public final class JollydayHolidays implements PublicHolidays {

    /** For {@link java.util.ServiceLoader}. */
    public JollydayHolidays() {}

    /** Whether jollyday and one of its readers are on the class path. */
    @Override
    public boolean isReady() {
        try {
            return Jollyday.hasReader();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    @Override
    public List<Place> countries() {
        return Jollyday.countries();
    }

    @Override
    public List<Place> regions(String country) {
        return Jollyday.regions(country);
    }

    @Override
    public NavigableSet<LocalDate> of(String country, @Nullable String region, Year first, Year last) {
        return Jollyday.holidays(country, region, first, last);
    }
}
