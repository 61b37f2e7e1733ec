package com.example.crm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.calendar.BusinessCalendar;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficeTest {
    @Test
    void a_country_is_refused_with_the_dependencies_that_this_project_lacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.in(ZoneId.of("UTC")).holidays("US"))
                .withMessageEndingWith(
                        "Maybe the dependencies de.focus-shift:jollyday-core and de.focus-shift:jollyday-jaxb are missing?");
    }
}
