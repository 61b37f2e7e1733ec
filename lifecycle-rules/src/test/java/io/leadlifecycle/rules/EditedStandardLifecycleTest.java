package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.LifecycleYaml;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class EditedStandardLifecycleTest {
    private static final String TEXT = StandardLifecycleTest.text();

    @Property(tries = 400)
    void an_edit_at_any_place_gives_a_lifecycle_or_a_place_and_a_problem(
            @ForAll @DoubleRange(min = 0, max = 1) double where,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll @StringLength(max = 5) String put) {
        int start = (int) (where * TEXT.length());
        String edited = TEXT.substring(0, start) + put + TEXT.substring(Math.min(TEXT.length(), start + cut));
        try {
            assertThat(LifecycleYaml.read("lifecycle.yaml", edited).stages()).isNotEmpty();
        } catch (DefinitionException e) {
            assertThat(e.getMessage()).startsWith("lifecycle.yaml:" + e.line() + ":" + e.column() + ": ");
        }
    }
}
