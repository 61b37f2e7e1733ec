package io.leadlifecycle.rules.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What jollyday knows against what another project knows, day by day. That data mixes public, optional and school days:
 * each test names the days that shut no office, and every day on which the two differ.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayDataTest {

    private static final Path DATA = Path.of("../../shared/data/holidays");
    private static final Year FIRST = Year.of(2015);
    private static final Year LAST = Year.of(2030);

    @Test
    void united_states() throws IOException {
        Set<String> shutNoOffice = Set.of(
                "Christmas Eve",
                "Christmas Eve (half-day closing)",
                "Easter Sunday",
                "Father's Day",
                "Groundhog Day",
                "Halloween",
                "Mother's Day",
                "New Year's Eve",
                "Saint Patrick's Day",
                "Valentine's Day",
                // A matter of single states, though the first is a federal holiday: US-NY has Columbus Day.
                "Columbus Day",
                "Election Day",
                "Good Friday",
                // Ordered by a president for federal offices, once each.
                "Day After Christmas",
                "National Day of Mourning for former President George H. W. Bush",
                "National Day of Mourning for former President Jimmy Carter");

        assertThat(jollyday("US", null)).isEqualTo(days("US_COMMON", shutNoOffice));
    }

    @Test
    void columbus_day_is_one_in_new_york() throws IOException {
        SortedSet<LocalDate> columbusDays = daysNamed("US_COMMON", "Columbus Day");

        assertThat(columbusDays).hasSize(16);
        assertThat(jollyday("US", "NY")).containsAll(columbusDays);
    }

    @Test
    void berlin() throws IOException {
        Set<String> schoolIsOut = Set.of(
                "Ascension/Whit Break",
                "Autumn Break",
                "Christmas Break",
                "Easter/Spring Break",
                "Summer Break",
                "Winter Break");

        assertThat(jollyday("DE", "BE")).isEqualTo(days("DE_BE", schoolIsOut));
    }

    @Test
    void england() throws IOException {
        assertThat(jollyday("GB", "ENG")).isEqualTo(days("GB_ENG", Set.of()));
    }

    @Test
    void sao_paulo() throws IOException {
        Set<String> shutNoOffice = Set.of("Christmas Eve", "New Year's Eve", "Public Servant's Day");
        SortedSet<LocalDate> data = days("BR_SP", shutNoOffice);
        // The data has Monday and Tuesday, jollyday the Tuesday.
        data.removeAll(daysBefore(daysNamed("BR_SP", "Ash Wednesday"), 2));
        // Jollyday has Easter Sunday, always a Sunday.
        data.addAll(daysBefore(daysNamed("BR_SP", "Good Friday"), -2));
        // The data has it from 2024 on, when it became one of the whole country; jollyday for this state before, too.
        for (int year = FIRST.getValue(); year < 2024; year++) {
            data.add(LocalDate.of(year, 11, 20));
        }

        assertThat(jollyday("BR", "SP")).isEqualTo(data);
    }

    private static SortedSet<LocalDate> jollyday(String country, @Nullable String region) {
        return new JollydayHolidays().of(country, region, FIRST, LAST);
    }

    private static SortedSet<LocalDate> daysBefore(Set<LocalDate> days, int number) {
        return days.stream().map(day -> day.minusDays(number)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<LocalDate> daysNamed(String file, String name) throws IOException {
        return data(file).entrySet().stream()
                .filter(day -> day.getValue().contains(name))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days that have at least one name which is not left out. */
    private static SortedSet<LocalDate> days(String file, Set<String> leftOut) throws IOException {
        return data(file).entrySet().stream()
                .filter(day -> !leftOut.containsAll(day.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<LocalDate, Set<String>> data(String file) throws IOException {
        Path json = DATA.resolve(file + ".json");
        assumeTrue(Files.exists(json), "the holiday files are not beside this checkout; nothing to compare with");
        Map<String, String> days = JsonMapper.shared().readValue(Files.readString(json), new TypeReference<>() {});
        return days.entrySet().stream()
                .filter(day -> isAsked(LocalDate.parse(day.getKey())))
                .collect(Collectors.toMap(
                        day -> LocalDate.parse(day.getKey()),
                        day -> Set.of(day.getValue().split("; ", -1))));
    }

    private static boolean isAsked(LocalDate day) {
        return !Year.from(day).isBefore(FIRST) && !Year.from(day).isAfter(LAST);
    }
}
