package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.Lifecycle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a rule file, the answer is a book or a list of problems with their places. */
class HostileBookTest {
    private static final String SOUND = read("common/fit.drl") + read("common/acceptance.drl");

    private static final Lifecycle LIFECYCLE = lifecycle();

    private static final List<String> SCRAPS = List.of(
            "",
            "\"",
            "'",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            "//",
            "/*",
            "*/",
            "end",
            "rule ",
            "when",
            "then",
            "$",
            "#",
            "\\",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "\n",
            "\t",
            "==",
            "&&",
            "||",
            "!",
            ",",
            ".",
            "null",
            "eval(true)",
            "é");

    private static Lifecycle lifecycle() {
        try (DroolsRuleBook book = DroolsRuleBook.standard()) {
            return book.lifecycle();
        }
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(DroolsRuleBook.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(300)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SOUND.length() - 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(SCRAPS))
                .as((from, length, scrap) ->
                        SOUND.substring(0, from) + scrap + SOUND.substring(Math.min(SOUND.length(), from + length)));
    }

    @Property(tries = 400)
    void bytes_are_refused_with_a_place(@ForAll("bytes") String text) {
        load(text);
    }

    @Property(tries = 120)
    void a_damaged_rule_file_loads_or_is_refused_with_a_place(@ForAll("damaged") String text) {
        load(text);
    }

    private static void load(String text) {
        try (DroolsRuleBook book = DroolsRuleBook.of(LIFECYCLE, Map.of("hostile.drl", text))) {
            assertThat(book.rules()).isNotNull();
        } catch (RuleBookException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).as(text).isPositive();
                assertThat(problem.column()).as(text).isPositive();
                assertThat(problem.toString()).isNotBlank();
            });
        }
    }
}
