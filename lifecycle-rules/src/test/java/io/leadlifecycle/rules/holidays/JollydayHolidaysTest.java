package io.leadlifecycle.rules.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.PublicHolidays;
import io.leadlifecycle.calendar.PublicHolidays.Place;
import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JollydayHolidaysTest {

    private static final JollydayHolidays JOLLYDAY = new JollydayHolidays();

    private static BusinessCalendar office(String zone, String place) {
        return BusinessCalendar.in(ZoneId.of(zone))
                .open("MON-FRI", "09:00-17:00")
                .holidays(place)
                .build();
    }

    private static NavigableSet<LocalDate> holidays(String place) {
        return office("UTC", place).holidays();
    }

    private static List<String> in(int year, NavigableSet<LocalDate> holidays) {
        return holidays.subSet(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).stream()
                .map(LocalDate::toString)
                .toList();
    }

    @Test
    void four_business_hours_from_the_afternoon_before_independence_day_end_on_the_next_business_day() {
        BusinessCalendar newYork = office("America/New_York", "US");
        Instant wednesdayAfternoon = Instant.parse("2024-07-03T15:30:00-04:00");

        Instant due = newYork.dueAfter(wednesdayAfternoon, Duration.ofHours(4));

        assertThat(due).isEqualTo("2024-07-05T11:30:00-04:00");
        assertThat(newYork.ledger(wednesdayAfternoon, due))
                .hasToString("Wed 15:30-17:00 1 h 30 min, holiday Thu 4 Jul, Fri 09:00-11:30 2 h 30 min");
    }

    @Test
    void independence_day_on_a_saturday_shuts_the_friday_before_it_and_the_day_itself() {
        BusinessCalendar everyDay = BusinessCalendar.in(ZoneId.of("America/New_York"))
                .open("MON-SUN", "09:00-17:00")
                .holidays("US")
                .build();
        Instant thursdayAfternoon = Instant.parse("2026-07-02T15:00:00-04:00");

        assertThat(everyDay.dueAfter(thursdayAfternoon, Duration.ofHours(4))).isEqualTo("2026-07-05T11:00:00-04:00");
    }

    @Test
    void new_years_day_of_the_year_after_is_observed_in_this_one() {
        assertThat(holidays("US")).contains(LocalDate.of(2010, 12, 31), LocalDate.of(2011, 1, 1));
    }

    @Test
    void a_holiday_that_is_moved_from_a_weekday_is_the_day_that_it_is_moved_to() {
        // San Martín, 17 August, a Tuesday in 2027: the Monday before.
        assertThat(holidays("AR")).contains(LocalDate.of(2027, 8, 16)).doesNotContain(LocalDate.of(2027, 8, 17));
    }

    @Test
    void the_dates_are_those_of_2000_to_2099() {
        assertThat(holidays("US").first()).isEqualTo("2000-01-01");
        assertThat(holidays("US").last()).isEqualTo("2099-12-25");
    }

    @Test
    void observances_and_days_on_which_only_banks_are_shut_are_no_holidays() {
        assertThat(in(2026, holidays("CH")))
                .containsExactly("2026-01-01", "2026-04-05", "2026-05-14", "2026-08-01", "2026-12-25");
        assertThat(in(2026, holidays("US-AR"))).doesNotContain("2026-12-24");
    }

    @Test
    void a_region_has_the_days_of_its_country_and_its_own() {
        assertThat(holidays("DE-BE"))
                .containsAll(holidays("DE"))
                .contains(LocalDate.of(2026, 3, 8))
                .doesNotContain(LocalDate.of(2018, 3, 8));
        assertThat(holidays("BR-SP-CSP")).containsAll(holidays("BR-SP")).contains(LocalDate.of(2026, 1, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "Germany, DE",
        "United States, US",
        "United States of America, US",
        "USA, US",
        "United Kingdom, GB",
        "UK, GB",
        "Norway, NO",
        "Cote d'Ivoire, CI",
        "Curacao, CW",
        "Timor-Leste, TL",
        "Germany/Berlin, DE-BE",
        "Germany/Baden-Württemberg, DE-BW",
        "United States/New York, US-NY",
        "United Kingdom/England, GB-ENG",
        "Brazil/São Paulo, BR-SP",
        "Brazil/Sao Paulo/City of Sao Paulo, BR-SP-CSP",
    })
    void a_name_means_the_same_as_its_code(String name, String code) {
        assertThat(holidays(name)).isEqualTo(holidays(code)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Germny         | it is no country. Allowed are [AD Andorra, AE United Arab Emirates, AF Afghanistan, | Germany
            Bavaria        | it is no country. | DE-BY
            Germany, Berlin | it is no country. | Germany/Berlin
            Czechia        | it is no country. |
            DE-BX          | it is no region of Germany. Allowed are DE and its regions [DE-BB Brandenburg, DE-BE Berlin, |
            Germany/Berln  | it is no region of Germany. | DE/Berlin
            US/Texass      | it is no region of United States of America. | US/Texas
            """)
    void an_unknown_place_is_refused_with_what_was_probably_meant(String name, String problem, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holidays(name))
                .withMessageStartingWith("The holidays of \"" + name + "\" are not known: " + problem)
                .withMessageEndingWith(meant == null ? "." : "\nMaybe \"" + meant + "\"?");
    }

    @Test
    void every_country_and_region_has_a_name_and_a_code_of_its_own() {
        List<Place> countries = JOLLYDAY.countries();

        assertThat(countries).hasSizeGreaterThan(200).extracting(Place::code).doesNotHaveDuplicates();
        for (Place country : countries) {
            List<Place> regions = JOLLYDAY.regions(country.code());
            assertThat(regions).as(country.code()).extracting(Place::code).doesNotHaveDuplicates();
            assertThat(Stream.concat(Stream.of(country), regions.stream()).flatMap(place -> place.names().stream()))
                    .allSatisfy(name -> assertThat(name).isNotBlank().doesNotContain("undefined"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "fr", "tr"})
    void the_language_of_the_machine_changes_nothing(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale(language));
        try {
            assertThat(JOLLYDAY.countries()).contains(new Place("IT", "Italy"));
            assertThat(JOLLYDAY.regions("DE")).contains(new Place("BY", "Bavaria"));
            assertThat(holidays("IT")).isEqualTo(holidays("Italy"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_thread_that_sees_no_libraries_gets_the_same_answer() {
        NavigableSet<LocalDate> expected = JOLLYDAY.of("FR", null, Year.of(2026), Year.of(2026));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(JOLLYDAY.of("FR", null, Year.of(2026), Year.of(2026))).isEqualTo(expected);
            assertThat(holidays("PL")).isNotEmpty();
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void many_threads_get_the_same_answer() {
        NavigableSet<LocalDate> expected = JOLLYDAY.of("SE", null, PublicHolidays.FIRST, PublicHolidays.LAST);

        List<NavigableSet<LocalDate>> answers = Stream.generate(() -> "SE")
                .limit(64)
                .parallel()
                .map(country -> JOLLYDAY.of(country, null, PublicHolidays.FIRST, PublicHolidays.LAST))
                .toList();

        assertThat(answers).containsOnly(expected);
    }

    @Test
    void lifecycle_yaml_takes_a_name_a_region_and_a_list_of_both_and_dates() {
        assertThat(calendar("US")).isEqualTo(office("UTC", "US"));
        assertThat(calendar("DE-BE")).isEqualTo(office("UTC", "DE-BE"));
        assertThat(calendar("NO")).isEqualTo(office("UTC", "NO"));
        assertThat(calendar("Germany/Berlin").version())
                .isEqualTo(calendar("DE-BE").version());
        assertThat(calendar("[US, DE-BE, 2026-12-24]").holidays())
                .containsAll(holidays("US"))
                .containsAll(holidays("DE-BE"))
                .contains(LocalDate.of(2026, 12, 24));
    }

    @Test
    void lifecycle_yaml_refuses_an_unknown_place_where_it_stands() {
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> calendar("[US, Germny]"))
                .withMessageStartingWith(
                        "lifecycle.yaml:11:20: The holidays of \"Germny\" are not known: it is no country.")
                .withMessageEndingWith("Maybe \"Germany\"?");
    }

    private static BusinessCalendar calendar(String holidays) {
        String yaml = """
                name: sound
                stages:
                  NEW: {}
                  WON: {kind: WON}
                paths:
                  - {from: NEW, to: WON, by: MANUAL}
                calendars:
                  default:
                    zone: UTC
                    open: {MON-FRI: 09:00-17:00}
                    holidays: %s
                """.formatted(holidays);
        Lifecycle lifecycle = LifecycleYaml.read("lifecycle.yaml", yaml);
        return lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
    }
}
