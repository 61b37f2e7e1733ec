package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.calendar.PublicHolidays.Place;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayPlacesTest {

    private static final HolidayPlaces PLACES = new HolidayPlaces(List.of(new AskedHolidays()));

    private static void assertRefused(HolidayPlaces places, String name, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> places.holidays(name))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "US, US, , a code",
        "us, US, , small letters",
        "Germany, DE, , a name",
        "USA, US, , another name",
        "Guinea-Bissau, GW, , a country whose name has a dash",
        "Georgia, GE, , the country and not the state",
        "DE-BE, DE, BE, a region by its code",
        "de-be, DE, BE, small letters",
        "Germany/Berlin, DE, BE, a region by its name",
        "DE/Berlin, DE, BE, a code and a name",
        "germany/baden-wurttemberg, DE, BW, without the accents",
        "DE-BY-AU, DE, BY-AU, a region within a region",
        "Germany/Bavaria/Augsburg, DE, BY-AU, its name",
        "United States/Georgia, US, GA, the state and not the country",
    })
    void a_name_stands_for_a_country_or_region(String name, String country, String region, String reason) {
        assertThat(PLACES.holidays(name)).as(reason).containsExactlyElementsOf(AskedHolidays.answer(country, region));
    }

    @Test
    void the_years_2000_to_2099_are_asked_for() {
        HolidayPlaces places = new HolidayPlaces(List.of(new MadeUpHolidays()));

        assertThat(places.holidays("DE"))
                .hasSize(100)
                .startsWith(LocalDate.of(2000, 5, 1))
                .endsWith(LocalDate.of(2099, 5, 1));
    }

    @Test
    void of_two_sources_that_know_a_name_the_first_answers_and_the_second_knows_the_others() {
        PublicHolidays acme = new Holidayless(List.of(new Place("US", "Acme Corporation")));
        HolidayPlaces places = new HolidayPlaces(List.of(acme, new MadeUpHolidays()));

        assertThat(places.holidays("US")).isEmpty();
        assertThat(places.holidays("DE")).isNotEmpty();
        assertThat(places.holidays("US-NY")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Germny, Germany, a typo",
        "Untied States, United States, two letters changed places",
        "DE_BE, DE-BE, an underscore",
        "DE BE, DE-BE, a space",
        "DE.BE, DE-BE, a dot",
        "'Germany, Berlin', Germany/Berlin, a comma",
        "Germany - Berlin, Germany/Berlin, a dash between names",
        "Bavaria, DE-BY, a region without its country",
        "XX, '', two letters are a typo of any two others",
        "EU, '', neither",
        "'US, DE', '', not Delaware: it may be a list without brackets",
    })
    void an_unknown_country_is_refused_with_the_known_ones(String name, String meant, String reason) {
        assertRefused(
                PLACES,
                name,
                "The holidays of \"" + name + "\" are not known: it is no country. Allowed are [DE Germany, GE Georgia,"
                        + " GW Guinea-Bissau, NO Norway, US United States of America], one of their regions such as"
                        + " \"DE-BE\" or \"Germany/Berlin\", and single dates."
                        + (meant.isEmpty() ? "" : "\nMaybe \"" + meant + "\"?"));
    }

    @ParameterizedTest
    @CsvSource({
        "DE-BX, '', two letters are a typo of any two others",
        "Germany/Berln, DE/Berlin, a typo",
        "DE-Berlin, DE/Berlin, a name for a code",
    })
    void an_unknown_region_is_refused_with_those_of_its_country(String name, String meant, String reason) {
        assertRefused(
                PLACES,
                name,
                "The holidays of \"" + name + "\" are not known: it is no region of Germany. Allowed are DE and its"
                        + " regions [DE-BE Berlin, DE-BW Baden-Württemberg, DE-BY Bavaria,"
                        + " DE-BY-AU Bavaria/Augsburg]." + (meant.isEmpty() ? "" : "\nMaybe \"" + meant + "\"?"));
    }

    @Test
    void a_region_of_a_country_without_any_is_refused() {
        assertRefused(
                PLACES,
                "NO-03",
                "The holidays of \"NO-03\" are not known: it is no region of Norway. Allowed are NO without a region.");
    }

    @Test
    void many_allowed_names_are_shortened_and_so_is_a_long_name() {
        List<Place> many = IntStream.range(10, 30)
                .mapToObj(i -> new Place("C" + i, "Country " + i))
                .toList();
        HolidayPlaces places = new HolidayPlaces(List.of(new Holidayless(many)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> places.holidays("X".repeat(2_000)))
                .withMessageContaining("C20 Country 20, C21 Country 21 and 8 more], one of their regions")
                .withMessageStartingWith("The holidays of \"" + "X".repeat(80) + "...\" are not known")
                .withMessageEndingWith("single dates.");
    }

    @Test
    void where_nobody_knows_holidays_the_missing_dependencies_are_named() {
        assertRefused(
                new HolidayPlaces(List.of()),
                "US",
                "The holidays of \"US\" are not known: nothing on the class path knows public holidays. Allowed are"
                        + " single dates, and names where lifecycle-rules finds jollyday.\nMaybe the dependencies"
                        + " de.focus-shift:jollyday-core and de.focus-shift:jollyday-jaxb are missing?");
    }

    @Test
    void a_place_needs_a_code_and_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place(" ", "Nowhere"))
                .withMessage("The place \" \" has the names [Nowhere]. Needed are a code and a name.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place("DE", List.of()))
                .withMessage("The place \"DE\" has the names []. Needed are a code and a name.");
    }

    /** The places of {@link MadeUpHolidays}; the dates tell which one was asked for. */
    private static final class AskedHolidays implements PublicHolidays {
        private final PublicHolidays places = new MadeUpHolidays();

        static NavigableSet<LocalDate> answer(String country, @Nullable String region) {
            return new TreeSet<>(List.of(LocalDate.ofEpochDay((country + "-" + region).hashCode())));
        }

        @Override
        public List<Place> countries() {
            return places.countries();
        }

        @Override
        public List<Place> regions(String country) {
            return places.regions(country);
        }

        @Override
        public NavigableSet<LocalDate> of(String country, @Nullable String region, Year first, Year last) {
            return answer(country, region);
        }
    }

    /** Countries without a holiday. */
    private record Holidayless(List<Place> places) implements PublicHolidays {
        @Override
        public List<Place> countries() {
            return places;
        }

        @Override
        public List<Place> regions(String country) {
            return List.of();
        }

        @Override
        public NavigableSet<LocalDate> of(String country, @Nullable String region, Year first, Year last) {
            return new TreeSet<>();
        }
    }
}
