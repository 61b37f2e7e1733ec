package io.leadlifecycle.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.rules.checking.CheckedBook;
import io.leadlifecycle.rules.text.RuleReader;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.rules.words.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCompilerTest {
    private static List<RuleText> rules(String text) {
        return RuleReader.read("a.drl", text, problem -> {
            throw new AssertionError(problem);
        });
    }

    /** What the engine says when a rule gets to it that the check did not see. */
    private static List<Problem> unchecked(String text) {
        CheckedBook book = new CheckedBook(new TreeMap<>(Map.of("a.drl", rules(text))), Map.of(), new TreeSet<>());
        RuleBookException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                RuleBookException.class, () -> RuleCompiler.compile(book, EventTypes.ofCore(), getClassLoader()));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static ClassLoader getClassLoader() {
        return RuleCompilerTest.class.getClassLoader();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Touchpoint( knd == 1 )| lead.addPoints(1);",
                "Touchpoint( lead.unknown == 1 )| lead.addPoints(1);",
                "Touchpoint( kind == CONSTANT )| lead.addPoints(1);",
                "Touchpoin( )| lead.addPoints(1);",
                "Touchpoint( )| lead.addPoints(\"1\");",
            })
    void what_the_engine_refuses_names_file_and_rule_and_shows_no_internals(String when, String then) {
        String text = "rule \"A-1 Fine\" when SalesAccepted( ) then lead.addPoints(1); end\n\nrule \"A-2 Wrong\" when "
                + when + " then " + then + " end";
        assertThat(unchecked(text)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("a.drl");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message())
                    .startsWith("The rule \"A-2 Wrong\" cannot be compiled: ")
                    .doesNotContain("\n", "\tat ", "org.drools", "mvel", "DescrBuild", "ParseError", "Rule_A");
        });
    }

    @Test
    void every_part_of_a_rule_keeps_its_line() {
        String text = EngineText.of(rules("""
                        // comment
                        rule "A-1 Says"
                          when
                            Touchpoint( kind == "x",
                              lead.score > 1 )
                          then
                            lead.addPoints(1);
                            lead.tell(owner());
                        end
                        """), EventTypes.ofCore());
        assertThat(text.lines().skip(1))
                .containsExactly(
                        "rule \"A-1\" when ",
                        "",
                        "Touchpoint( kind == \"x\"",
                        ", lead.score > 1 ) then ",
                        "",
                        "lead.addPoints(1); ",
                        "lead.tell(owner()); end ");
    }

    @Test
    void what_is_read_after_then_is_called_as_java_wants_it() {
        String text = EngineText.of(
                rules("rule \"A-1 Says\" when SalesAccepted( ) then lead.addPoints(lead.clock(\"x\").number);"
                        + " lead.startClock(\"x\", hours(1)).since(lead.signal).noLater(); end"),
                EventTypes.ofCore());
        assertThat(text)
                .contains("lead.addPoints(lead.clock(\"x\").getNumber());")
                .contains("lead.startClock(\"x\", hours(1)).since(lead.getSignal()).noLater();");
    }

    @Test
    void text_that_only_looks_like_an_end_stays_text() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rules("\" end rule \"A-1 x\" when"));
        String text = EngineText.of(
                rules("rule \"A-1 Says\" when Touchpoint( detail == \"\\\" ) then System.exit(1); end\" )"
                        + " then lead.addPoints(1); end"),
                EventTypes.ofCore());
        assertThat(text).contains("detail == \"\\\" ) then System.exit(1); end\" ) then lead.addPoints(1);");
    }
}
