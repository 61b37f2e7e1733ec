package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookFilesTest {
    private static final String STAGES = """
            name: two steps
            stages:
              NEW: {}
              WON: {kind: WON}
            paths:
              - {from: NEW, to: WON, by: AUTOMATIC}
            """;

    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void without_a_list_every_rule_file_of_the_folder_belongs_to_the_book() throws IOException {
        write("lifecycle.yaml", STAGES);
        write("b.drl", Books.rule("B-1", "SalesAccepted( )"));
        write("a.drl", Books.rule("A-1", "SalesAccepted( )"));
        write("notes.txt", "nothing");
        try (DroolsRuleBook book = DroolsRuleBook.fromFolder(folder)) {
            assertThat(book.rules()).extracting(RuleInfo::id).containsExactly("A-1", "B-1");
            assertThat(book.lifecycle().name()).isEqualTo("two steps");
        }
    }

    @Test
    void a_list_says_which_files_belong_to_the_book() throws IOException {
        write("lifecycle.yaml", STAGES + "rules: [b.drl]\n");
        write("b.drl", Books.rule("B-1", "SalesAccepted( )"));
        write("a.drl", "not a rule");
        try (DroolsRuleBook book = DroolsRuleBook.fromFolder(folder)) {
            assertThat(book.rules()).extracting(RuleInfo::file).containsExactly("b.drl");
        }
    }

    @Test
    void missing_files_are_named_with_what_is_there() throws IOException {
        write("lifecycle.yaml", STAGES + "rules: [mqls.drl, other.drl]\n");
        write("mql.drl", "");
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.fromFolder(folder))
                .satisfies(refused -> assertThat(Books.problems(refused))
                        .containsExactly(
                                "mqls.drl: The file cannot be read in the folder " + folder
                                        + "; there are [mql.drl]. Maybe \"mql.drl\"?",
                                "other.drl: The file cannot be read in the folder " + folder
                                        + "; there are [mql.drl]."));
    }

    @Test
    void a_folder_that_is_not_there_is_a_refused_book() {
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.fromFolder(folder.resolve("none")))
                .withMessageContaining("lifecycle.yaml: The file cannot be read in the folder");
    }

    @Test
    void a_wrong_lifecycle_is_a_problem_with_its_place() throws IOException {
        write("lifecycle.yaml", STAGES.replace("to: WON", "to: WN"));
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.fromFolder(folder))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.file()).isEqualTo("lifecycle.yaml");
                            assertThat(problem.line()).isPositive();
                            assertThat(problem.message())
                                    .doesNotContain("lifecycle.yaml")
                                    .contains("WN");
                        }));
    }

    @Test
    void a_file_that_is_not_utf8_is_refused() throws IOException {
        write("lifecycle.yaml", STAGES);
        Files.write(folder.resolve("a.drl"), new byte[] {'/', '/', (byte) 0xfc});
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.fromFolder(folder))
                .withMessageContaining("a.drl: The file is not UTF-8 text.");
    }

    @Test
    void a_book_on_the_class_path_may_share_a_file_with_its_neighbour() throws IOException {
        write("books/one/lifecycle.yaml", STAGES + "rules: [../common/shared.drl]\n");
        write("books/common/shared.drl", Books.rule("A-1", "SalesAccepted( )"));
        try (URLClassLoader classLoader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                DroolsRuleBook book = DroolsRuleBook.fromClassPath("books/one", classLoader)) {
            assertThat(book.rules()).extracting(RuleInfo::file).containsExactly("../common/shared.drl");
        }
    }

    @Test
    void a_book_that_is_not_on_the_class_path_is_refused() {
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.fromClassPath("no/such/book"))
                .withMessageContaining(
                        "lifecycle.yaml: There is no \"no/such/book/lifecycle.yaml\" on the class path.");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        String rule =
                "\uFEFF// comment\r\n" + Books.rule("A-1", "SalesAccepted( )").replace("\n", "\r\n");
        try (DroolsRuleBook book = Books.book(rule)) {
            assertThat(book.rules().get(0).line()).isEqualTo(2);
        }
    }

    @Test
    void the_version_is_that_of_the_content() {
        Map<String, String> drl = Map.of("a.drl", Books.rule("A-1", "SalesAccepted( )"));
        try (DroolsRuleBook one = DroolsRuleBook.of(Books.LIFECYCLE, drl);
                DroolsRuleBook same = DroolsRuleBook.of(Books.LIFECYCLE, drl);
                DroolsRuleBook otherFile = DroolsRuleBook.of(Books.LIFECYCLE, Map.of("b.drl", drl.get("a.drl")));
                DroolsRuleBook otherText =
                        DroolsRuleBook.of(Books.LIFECYCLE, Map.of("a.drl", drl.get("a.drl") + " "))) {
            assertThat(one.version()).isEqualTo(same.version()).hasSize(16);
            assertThat(one.version()).isNotEqualTo(otherFile.version()).isNotEqualTo(otherText.version());
        }
    }

    @Test
    void texts_keep_their_letters_quotes_and_backslashes() {
        String pattern =
                "ProfileChanged( lead.country == \"\u00d6sterreich \\\"A\\\"\", lead.title matches \"\\\\d+ \u20ac\" )";
        try (DroolsRuleBook book = Books.book(
                Books.rule("A-1", pattern, "lead.tell(owner()).because(\"Gr\u00fc\u00dfe \\\"x\\\" \\\\\");"))) {
            var event = new io.leadlifecycle.event.ProfileChanged("e", "L-1", Books.MONDAY, List.of());
            var lead = Books.lead("country", "\u00d6sterreich \"A\"", "title", "12 \u20ac");
            assertThat(Books.decide(book, event, lead).get(0).proposals().get(0).toString())
                    .contains("Gr\u00fc\u00dfe \"x\" \\");
            assertThat("\u00fc".getBytes(StandardCharsets.UTF_8)).hasSize(2);
        }
    }
}
