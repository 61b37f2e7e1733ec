package io.leadlifecycle.rules.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.PublicHolidays;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library loaded once more, from a class path that lacks what a user did not add. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithoutJollydayTest {

    @ParameterizedTest
    @ValueSource(strings = {"jollyday", "jollyday-jaxb"})
    void the_adapter_is_not_ready_and_a_name_is_refused_with_what_is_missing(String missing)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout(missing), ClassLoader.getPlatformClassLoader())) {
            assertThat(isReady(loader)).isEqualTo(false);

            Class<?> calendar = loader.loadClass(BusinessCalendar.class.getName());
            Object builder = calendar.getMethod("in", ZoneId.class).invoke(null, ZoneId.of("UTC"));
            assertThatThrownBy(() -> builder.getClass()
                            .getMethod("holidays", String.class)
                            .invoke(builder, "US"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The holidays of \"US\" are not known: nothing on the class path")
                    .hasMessageEndingWith("Maybe the dependencies de.focus-shift:jollyday-core and"
                            + " de.focus-shift:jollyday-jaxb are missing?");
        }
    }

    @Test
    void with_all_that_is_on_it_the_adapter_is_ready() throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout("nothing"), ClassLoader.getPlatformClassLoader())) {
            assertThat(isReady(loader)).isEqualTo(true);
        }
    }

    private static Object isReady(ClassLoader loader) throws ReflectiveOperationException {
        Object adapter = loader.loadClass(JollydayHolidays.class.getName())
                .getConstructor()
                .newInstance();
        return loader.loadClass(PublicHolidays.class.getName())
                .getMethod("isReady")
                .invoke(adapter);
    }

    private static URL[] classPathWithout(String missing) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!path.getFileName().toString().startsWith(missing)) {
                urls.add(path.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
