package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.standard.Story.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the standard book is written. */
class StandardBookHouseTest {
    private static final Pattern STATUS = Pattern.compile("(ASSUMED|CONFIRMED) \\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SOURCE =
            Pattern.compile("(S[0-4]( [1-4][a-d])?(, [a-z0-9 -]+)?|ours)(, (S[0-4].*|ours))*");
    private static final Pattern SENTENCE = Pattern.compile("// \\p{Lu}.*\\.");
    private static final int MOST_RULES = 15;

    static Stream<String> files() {
        return BOOK.rules().stream().map(RuleInfo::file).distinct();
    }

    static List<RuleInfo> rules() {
        return BOOK.rules();
    }

    private static List<RuleInfo> rulesOf(String file) {
        return rules().stream().filter(rule -> rule.file().equals(file)).toList();
    }

    @Test
    void no_id_is_used_twice() {
        assertThat(rules()).extracting(RuleInfo::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_ids_of_a_file_count_up_from_one(String file) {
        List<RuleInfo> rules = rulesOf(file);
        String prefix = rules.get(0).id().split("-", 2)[0];

        assertThat(rules)
                .extracting(RuleInfo::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rules.size())
                        .mapToObj(number -> prefix + "-" + number)
                        .toList());
        assertThat(rules).extracting(RuleInfo::line).isSorted();
    }

    @Test
    void no_two_files_share_a_prefix() {
        assertThat(files().map(file -> rulesOf(file).get(0).id().split("-", 2)[0]))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_opens_with_its_question_and_is_read_at_one_sitting(String file) {
        assertThat(lines(file).get(0)).matches("// .*\\?.*");
        assertThat(rulesOf(file)).hasSizeLessThanOrEqualTo(MOST_RULES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_says_who_answers_for_it_and_where_it_comes_from(RuleInfo rule) {
        assertThat(BOOK.lifecycle().roles()).contains(rule.owner());
        assertThat(rule.status()).matches(STATUS);
        assertThat(rule.source()).matches(SOURCE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void above_a_rule_stands_its_business_reason(RuleInfo rule) {
        List<String> lines = lines(rule.file());
        int line = rule.line() - 1;
        int first = line;
        while (lines.get(first - 1).startsWith("//")) {
            first--;
        }

        assertThat(lines.get(line)).startsWith("rule \"" + rule.id() + " ");
        assertThat(String.join(" ", lines.subList(first, line))).matches(SENTENCE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_name_of_a_rule_is_a_sentence(RuleInfo rule) {
        assertThat(rule.name().substring(rule.id().length() + 1))
                .matches("\\p{Lu}.*[^.]")
                .contains(" ");
    }

    @Test
    void the_same_book_has_the_same_version() {
        try (DroolsRuleBook again = DroolsRuleBook.standard()) {
            assertThat(again.version()).isEqualTo(BOOK.version());
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = StandardBookHouseTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
