package io.leadlifecycle.calendar;

import io.leadlifecycle.calendar.PublicHolidays.Place;
import io.leadlifecycle.text.Excerpt;
import io.leadlifecycle.text.Suggestion;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose holidays a name stands for: a country ("US", "Germany"), a region by its code ("DE-BE") or by its name
 * ("Germany/Berlin"). Capitals and accents do not matter.
 *
 * <p>A region's name does not follow a comma, since "US, Georgia" may be a state, or a list of two countries.
 */
final class HolidayPlaces {

    private static final int SHOWN = 12;

    /** Every code is two letters away from every other: below this length a "Maybe" would be a guess. */
    private static final int LONG_ENOUGH_FOR_A_TYPO = 4;

    private static final String CODE = "-";
    private static final String NAME = "/";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_THAN_CODE = Pattern.compile("\\s*[ _./:]\\s*");
    private static final Pattern OTHER_THAN_NAME = Pattern.compile("\\s*(?:[,:>/]|\\s-\\s)\\s*");

    private final List<Country> countries;

    HolidayPlaces(List<PublicHolidays> sources) {
        countries = sources.stream()
                .flatMap(source -> source.countries().stream().map(place -> new Country(source, place)))
                .toList();
    }

    static HolidayPlaces ofClassPath() {
        return new HolidayPlaces(HolidaySources.found());
    }

    NavigableSet<LocalDate> holidays(String name) {
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("The holidays of " + quoted(name)
                    + " are not known: nothing on the class path knows public holidays. Allowed are single dates, and"
                    + " names where lifecycle-rules finds jollyday.\nMaybe the dependencies"
                    + " de.focus-shift:jollyday-core and de.focus-shift:jollyday-jaxb are missing?");
        }
        return find(name).orElseThrow(() -> unknown(name)).holidays();
    }

    private Optional<Found> find(String name) {
        return Stream.concat(
                        countries.stream()
                                .filter(country -> country.isCalled(name))
                                .map(country -> new Found(country, null)),
                        countries.stream().flatMap(country -> country.regionsCalled(name)))
                .findFirst();
    }

    private IllegalArgumentException unknown(String name) {
        return countries.stream()
                .filter(country -> country.owns(name))
                .findFirst()
                .map(country -> noRegion(name, country))
                .orElseGet(() -> noCountry(name));
    }

    private IllegalArgumentException noCountry(String name) {
        List<String> shown = countries.stream()
                .map(country -> labelled(country.place().code(), country.place()))
                .toList();
        return new IllegalArgumentException("The holidays of " + quoted(name)
                + " are not known: it is no country. Allowed are " + shortened(shown)
                + ", one of their regions such as \"DE-BE\" or \"Germany/Berlin\", and single dates."
                + Suggestion.line(meant(name)));
    }

    private IllegalArgumentException noRegion(String name, Country country) {
        String code = country.place().code();
        List<String> shown = country.regions().stream()
                .map(region -> labelled(code + CODE + region.code(), region))
                .toList();
        String allowed = shown.isEmpty() ? " without a region" : " and its regions " + shortened(shown);
        return new IllegalArgumentException("The holidays of " + quoted(name) + " are not known: it is no region of "
                + country.place().names().get(0) + ". Allowed are " + code + allowed + "."
                + Suggestion.line(country.meant(name)));
    }

    private static String quoted(String name) {
        return "\"" + Excerpt.of(name) + "\"";
    }

    private static String labelled(String code, Place place) {
        return code + " " + place.names().get(0);
    }

    private static String shortened(List<String> all) {
        if (all.size() <= SHOWN) {
            return all.toString();
        }
        return "[" + String.join(", ", all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more]";
    }

    /** The same with other signs between, else a region that has this name, else a country with nearly this name. */
    private String meant(String name) {
        return Stream.of(
                        OTHER_THAN_CODE.matcher(name).replaceAll(CODE),
                        OTHER_THAN_NAME.matcher(name).replaceAll(NAME))
                .filter(other -> !other.equals(name))
                .filter(other -> find(other).isPresent())
                .findFirst()
                .or(() -> regionAlone(name))
                .orElseGet(() -> nearCountry(name));
    }

    private Optional<String> regionAlone(String name) {
        return countries.stream()
                .flatMap(country -> country.regions().stream()
                        .filter(region -> isOneOf(name, region.names()))
                        .map(region -> country.place().code() + CODE + region.code()))
                .findFirst();
    }

    private String nearCountry(String name) {
        List<String> names = countries.stream()
                .flatMap(country -> country.place().names().stream())
                .toList();
        return near(name, names).orElse("");
    }

    private static Optional<String> near(String name, List<String> names) {
        return name.length() < LONG_ENOUGH_FOR_A_TYPO
                        || name.length() > Excerpt.of(name).length()
                ? Optional.empty()
                : Suggestion.near(name, names);
    }

    private static boolean isOneOf(String name, List<String> names) {
        return names.stream().anyMatch(other -> plain(other).equals(plain(name)));
    }

    private static String plain(String name) {
        String apart = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** A place that a name stands for, and who knows its holidays. */
    private record Found(Country country, @Nullable Place region) {
        NavigableSet<LocalDate> holidays() {
            String code = region == null ? null : region.code();
            return country.source().of(country.place().code(), code, PublicHolidays.FIRST, PublicHolidays.LAST);
        }
    }

    private record Country(PublicHolidays source, Place place) {
        List<Place> regions() {
            return source.regions(place.code());
        }

        boolean isCalled(String name) {
            return plain(place.code()).equals(plain(name)) || isOneOf(name, place.names());
        }

        /** Whether this is a region of the country, or would be. */
        boolean owns(String name) {
            return rest(name, CODE).or(() -> rest(name, NAME)).isPresent();
        }

        Stream<Found> regionsCalled(String name) {
            return owns(name)
                    ? regions().stream()
                            .filter(region -> isCalled(region, name))
                            .map(r -> new Found(this, r))
                    : Stream.empty();
        }

        private boolean isCalled(Place region, String name) {
            boolean isCode = rest(name, CODE)
                    .filter(code -> code.equals(plain(region.code())))
                    .isPresent();
            return isCode
                    || rest(name, NAME)
                            .filter(rest -> isOneOf(rest, region.names()))
                            .isPresent();
        }

        /** What follows the country's code, or before a slash one of its names. */
        private Optional<String> rest(String name, String sign) {
            String text = plain(name);
            Stream<String> before = sign.equals(CODE)
                    ? Stream.of(place.code())
                    : Stream.concat(Stream.of(place.code()), place.names().stream());
            return before.map(start -> plain(start) + sign)
                    .filter(text::startsWith)
                    .map(start -> text.substring(start.length()).strip())
                    .findFirst();
        }

        String meant(String name) {
            List<String> names = regions().stream()
                    .flatMap(region -> region.names().stream())
                    .toList();
            String rest = rest(name, CODE).or(() -> rest(name, NAME)).orElse("");
            return near(rest, names).map(near -> place.code() + NAME + near).orElse("");
        }
    }
}
