package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidaySourcesTest {

    @TempDir
    Path folder;

    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void serveMadeUpHolidays() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PublicHolidays.class.getName()), MadeUpHolidays.class.getName());
    }

    @AfterEach
    void giveTheThreadItsLoaderBack() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private static BusinessCalendar.Builder office() {
        return BusinessCalendar.in(ZoneId.of("UTC")).open("MON-FRI", "09:00-17:00");
    }

    @Test
    void the_core_alone_knows_no_public_holidays() {
        assertThat(HolidaySources.found()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office().holidays("DE"))
                .withMessageStartingWith("The holidays of \"DE\" are not known: nothing on the class path");
    }

    @Test
    void a_thread_without_a_class_loader_is_no_error() {
        Thread.currentThread().setContextClassLoader(null);

        assertThat(HolidaySources.found()).isEmpty();
    }

    @Test
    void a_source_that_only_the_thread_sees_is_found() throws IOException {
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, MadeUpHolidays.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);

            BusinessCalendar calendar =
                    office().holidays("DE").holiday(LocalDate.of(2026, 12, 24)).build();

            assertThat(calendar.holidays()).hasSize(101).contains(LocalDate.of(2026, 5, 1));
            assertThat(calendar.isOpen(Instant.parse("2026-05-01T12:00:00Z"))).isFalse();
            assertThat(BusinessCalendar.parse(calendar.text())).isEqualTo(calendar);
        }
    }

    @Test
    void a_source_for_another_copy_of_this_library_is_not_asked() throws IOException {
        URL library = PublicHolidays.class.getProtectionDomain().getCodeSource().getLocation();
        URL tests = MadeUpHolidays.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] urls = {folder.toUri().toURL(), library, tests};
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);

            assertThat(HolidaySources.found()).isEmpty();
        }
    }
}
