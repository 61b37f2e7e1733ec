package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the presets are written. */
class PresetHouseTest {
    private static final Pattern STATUS = Pattern.compile("(ASSUMED|CONFIRMED) \\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SOURCE =
            Pattern.compile("(S[0-4]( [1-4][a-d])?(, [a-z0-9 -]+)?|ours)(, (S[0-4].*|ours))*");
    private static final Pattern SENTENCE = Pattern.compile("// \\p{Lu}.*\\.");
    private static final int MOST_RULES = 15;
    private static final Path SOURCES = Path.of("src", "main", "resources", "io", "leadlifecycle", "rules");

    /** Each file of the presets once, with a preset that uses it. */
    static Stream<Arguments> files() {
        Map<Path, Arguments> once = new HashMap<>();
        for (Preset preset : Preset.values()) {
            preset.book().rules().stream()
                    .map(RuleInfo::file)
                    .distinct()
                    .forEach(file -> once.putIfAbsent(path(preset, file), Arguments.of(preset, file)));
        }
        return once.values().stream();
    }

    /** Each rule of the presets once, with a preset that has it. */
    static Stream<Arguments> rules() {
        Map<String, Arguments> once = new HashMap<>();
        for (Preset preset : Preset.values()) {
            preset.book().rules().forEach(rule -> once.putIfAbsent(rule.name(), Arguments.of(preset, rule)));
        }
        return once.values().stream();
    }

    private static List<RuleInfo> rulesOf(Preset preset, String file) {
        return preset.book().rules().stream()
                .filter(rule -> rule.file().equals(file))
                .toList();
    }

    private static String prefix(RuleInfo rule) {
        return rule.id().split("-", 2)[0];
    }

    @ParameterizedTest
    @EnumSource
    void no_id_is_used_twice(Preset preset) {
        assertThat(preset.book().rules()).extracting(RuleInfo::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_ids_of_a_file_count_up_from_one(Preset preset, String file) {
        List<RuleInfo> rules = rulesOf(preset, file);

        assertThat(rules)
                .extracting(RuleInfo::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rules.size())
                        .mapToObj(number -> prefix(rules.get(0)) + "-" + number)
                        .toList());
        assertThat(rules).extracting(RuleInfo::line).isSorted();
    }

    @Test
    void no_two_files_share_a_prefix() {
        Map<String, List<Path>> byPrefix = new HashMap<>();
        files().map(Arguments::get).forEach(given -> {
            Preset preset = (Preset) given[0];
            String file = (String) given[1];
            byPrefix.computeIfAbsent(prefix(rulesOf(preset, file).get(0)), p -> new ArrayList<>())
                    .add(path(preset, file));
        });

        assertThat(byPrefix.values()).allSatisfy(paths -> assertThat(paths).hasSize(1));
    }

    @Test
    void a_file_that_several_presets_use_is_common_and_any_other_stands_beside_its_lifecycle() {
        Map<Path, List<Preset>> users = new HashMap<>();
        for (Preset preset : Preset.values()) {
            preset.book().rules().stream()
                    .map(rule -> path(preset, rule.file()))
                    .distinct()
                    .forEach(file ->
                            users.computeIfAbsent(file, f -> new ArrayList<>()).add(preset));
        }

        assertThat(users)
                .allSatisfy((file, presets) -> assertThat(file.getParent().getFileName())
                        .hasToString(
                                presets.size() > 1 ? "common" : presets.get(0).toString()));
    }

    @Test
    void no_rule_file_is_left_out() throws IOException {
        List<String> used = files().map(Arguments::get)
                .map(given -> path((Preset) given[0], (String) given[1]))
                .map(file -> file.getParent().getFileName() + "/" + file.getFileName())
                .toList();
        try (Stream<Path> all = Files.walk(SOURCES)) {
            assertThat(all.filter(file -> file.toString().endsWith(".drl"))
                            .map(file -> file.getParent().getFileName() + "/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_opens_with_its_question_and_is_read_at_one_sitting(Preset preset, String file) {
        assertThat(lines(preset, file).get(0)).matches("// .*\\?.*");
        assertThat(rulesOf(preset, file)).hasSizeLessThanOrEqualTo(MOST_RULES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_says_who_answers_for_it_and_where_it_comes_from(Preset preset, RuleInfo rule) {
        assertThat(preset.book().lifecycle().roles()).contains(rule.owner());
        assertThat(rule.status()).matches(STATUS);
        assertThat(rule.source()).matches(SOURCE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void above_a_rule_stands_its_business_reason(Preset preset, RuleInfo rule) {
        List<String> lines = lines(preset, rule.file());
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
    void the_name_of_a_rule_is_a_sentence(Preset preset, RuleInfo rule) {
        assertThat(rule.name().substring(rule.id().length() + 1))
                .matches("\\p{Lu}.*[^.]")
                .contains(" ");
    }

    private static Path path(Preset preset, String file) {
        String place = "/io/leadlifecycle/rules/" + preset + "/lifecycle.yaml";
        try {
            URI lifecycle = Objects.requireNonNull(PresetHouseTest.class.getResource(place), place)
                    .toURI();
            return Path.of(lifecycle).resolveSibling(file).normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(Preset preset, String file) {
        try {
            return Files.readAllLines(path(preset, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
