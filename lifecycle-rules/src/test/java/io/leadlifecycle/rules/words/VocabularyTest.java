package io.leadlifecycle.rules.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.AssignmentTerms;
import io.leadlifecycle.rule.Because;
import io.leadlifecycle.rule.ClockTerms;
import io.leadlifecycle.rule.ClockView;
import io.leadlifecycle.rule.EnrollmentTerms;
import io.leadlifecycle.rule.FlagTerms;
import io.leadlifecycle.rule.Message;
import io.leadlifecycle.rule.PointTerms;
import io.leadlifecycle.rule.TimerTerms;
import io.leadlifecycle.rule.TouchCount;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public class VocabularyTest {
    /** An event of a host with the name of one of the core. */
    public record Touchpoint(String id, String leadId, Instant at) implements LeadEvent {}

    private record Hidden(String id, String leadId, Instant at) implements LeadEvent {}

    private static List<Word> allWords() {
        List<Word> words = new ArrayList<>(Vocabulary.onLead());
        words.addAll(Vocabulary.functions());
        Stream.of(
                        TouchCount.class,
                        ClockView.class,
                        Because.class,
                        ClockTerms.class,
                        TimerTerms.class,
                        FlagTerms.class,
                        EnrollmentTerms.class,
                        PointTerms.class,
                        AssignmentTerms.class,
                        Message.class)
                .forEach(type -> words.addAll(Vocabulary.after(type)));
        return words;
    }

    @Test
    void every_text_argument_of_every_word_says_what_it_names() {
        List<String> unknown = new ArrayList<>();
        for (Word word : allWords()) {
            for (int place = 0; place < word.argumentCount(); place++) {
                boolean text = word.method().getParameterTypes()[place] == String.class;
                if (text && !NamedPlaces.knowsArgument(word.key(), place)) {
                    unknown.add(word.key() + "/" + place);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_property_that_holds_a_name_is_there() {
        List<String> there = new ArrayList<>();
        allWords().forEach(word -> there.add(word.key()));
        EventTypes.ofCore().types().forEach(type -> Vocabulary.of(type).forEach(word -> there.add(word.key())));
        assertThat(NamedPlaces.values().stream().filter(key -> !key.startsWith("LeadImported.")))
                .isSubsetOf(there);
    }

    @Test
    void no_word_stands_for_a_method_of_every_object() {
        assertThat(allWords().stream().map(Word::name))
                .doesNotContain("class", "getClass", "notify", "notifyAll", "wait", "hashCode", "equals", "toString");
    }

    @Test
    void every_event_of_the_core_may_be_matched() throws IOException, URISyntaxException {
        URI where = LeadEvent.class.getResource("LeadEvent.class").toURI();
        List<String> records;
        if (where.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(where, Map.of())) {
                records = recordsBeside(jar.getPath("/io/leadlifecycle/event/LeadEvent.class"));
            }
        } else {
            records = recordsBeside(Path.of(where));
        }
        assertThat(EventTypes.ofCore().names()).containsExactlyInAnyOrderElementsOf(records);
    }

    private static List<String> recordsBeside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(VocabularyTest::isEvent)
                    .toList();
        }
    }

    private static boolean isEvent(String name) {
        try {
            Class<?> type = Class.forName("io.leadlifecycle.event." + name);
            return type.isRecord() && LeadEvent.class.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    public record Renewed(String id, String leadId, Instant at, int months) implements LeadEvent {}

    @Test
    void an_event_of_no_package_is_refused_since_no_rule_could_import_it() throws ClassNotFoundException {
        Class<? extends LeadEvent> type = Class.forName("EventWithoutPackage").asSubclass(LeadEvent.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.ofCore().with(type))
                .withMessage(
                        "The event EventWithoutPackage is in no package, where rules cannot find it; move it into one.");
    }

    @Test
    void an_event_of_the_host_is_a_public_record_with_a_name_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.ofCore().with(Hidden.class))
                .withMessageContaining("is not a public record");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.ofCore().with(Touchpoint.class))
                .withMessageContaining("has the simple name of io.leadlifecycle.event.Touchpoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.ofCore().with(Renewed.class))
                .withMessage("The event io.leadlifecycle.rules.words.VocabularyTest$Renewed has a component \"months\","
                        + " which is a word of the rules; give it another name.");
    }
}
