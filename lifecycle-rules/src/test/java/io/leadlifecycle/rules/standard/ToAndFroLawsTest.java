package io.leadlifecycle.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.loading.BookFiles;
import io.leadlifecycle.rules.loading.ClassPathSource;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.words.EventTypes;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Two rules that send a lead to and fro: in a circle they are an error, on an event of the host they are not. */
class ToAndFroLawsTest {
    private static LifecycleEngine engine() {
        return LifecycleEngine.builder(Books.TO_AND_FRO)
                .directory(Preset.PEOPLE)
                .build();
    }

    /** Two stages with a path there and back that a person may take. */
    enum Pair {
        MQL(1, "SAL"),
        SAL(2, "WORKING"),
        WORKING(3, "SQL"),
        SQL(4, "OPPORTUNITY");

        private final int number;
        private final String there;

        Pair(int number, String there) {
            this.number = number;
            this.there = there;
        }

        /** Rules that move a lead whenever a stage is entered, and rules that move it whenever a meeting is set. */
        private String rules() {
            return rule("X-" + number, "StageEntered( stage == \"" + this + "\"", "circle", there)
                    + rule("Y-" + number, "StageEntered( stage == \"" + there + "\"", "circle", name())
                    + rule("V-" + number, "MeetingSet( lead.stage == \"" + this + "\"", "event", there)
                    + rule("W-" + number, "MeetingSet( lead.stage == \"" + there + "\"", "event", name());
        }

        private String rule(String id, String pattern, String sort, String to) {
            return "rule \"" + id + " It goes to " + to + "\" when " + pattern + ", lead.country == \"" + sort + " "
                    + this + "\" ) then lead.moveTo(\"" + to + "\").because(\"to and fro\"); end\n";
        }
    }

    private static final class Books {
        /** The standard book with the rules of all pairs. */
        private static final DroolsRuleBook TO_AND_FRO = toAndFro();

        private static DroolsRuleBook toAndFro() {
            BookFiles standard = BookFiles.from(
                    new ClassPathSource("io/leadlifecycle/rules/standard", DroolsRuleBook.class.getClassLoader()),
                    EventTypes.ofCore().names());
            SortedMap<String, String> files = new TreeMap<>(standard.drlByFile());
            StringBuilder rules = new StringBuilder();
            for (Pair pair : Pair.values()) {
                rules.append(pair.rules());
            }
            files.put("to-and-fro.drl", rules.toString());
            return DroolsRuleBook.of(standard.lifecycle(), files);
        }
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.of(Pair.class);
    }

    private static LifecycleEngine standing(Pair pair, String sort) {
        LifecycleEngine engine = engine();
        Instant at = LeadArbitraries.BEGIN;
        engine.fire(new LeadImported("e-1", "L-1", at, pair.there, Map.of()).ownedBy("ana"));
        engine.fire(new ProfileUpdated("e-2", "L-1", at, Map.of("country", sort + " " + pair)));
        return engine;
    }

    @Property
    void two_rules_that_move_a_lead_to_and_fro_end_in_an_error_that_names_both(@ForAll("pairs") Pair pair) {
        LifecycleEngine engine = standing(pair, "circle");
        Lead before = engine.lead("L-1").orElseThrow();
        List<JournalEntry> journal = engine.journal("L-1");
        LeadEvent back = new StageChangeRequested("e-3", "L-1", LeadArbitraries.BEGIN, pair.name());

        assertThatExceptionOfType(RuleFailedException.class)
                .isThrownBy(() -> engine.fire(back))
                .withMessageContaining("L-1")
                .withMessageContaining("circle")
                .withMessageContaining("X-" + pair.number + " It goes to " + pair.there)
                .withMessageContaining("Y-" + pair.number + " It goes to " + pair);
        assertThat(engine.lead("L-1")).contains(before);
        assertThat(engine.journal("L-1")).isEqualTo(journal);
    }

    @Property
    void the_same_two_on_an_event_of_the_host_move_it_once_per_event(
            @ForAll("pairs") Pair pair, @ForAll @IntRange(min = 1, max = 8) int events) {
        LifecycleEngine engine = standing(pair, "event");
        for (int i = 1; i <= events; i++) {
            Instant at = LeadArbitraries.BEGIN.plusSeconds(i);
            engine.fire(new MeetingSet("m-" + i, "L-1", at).by("ana"));

            List<JournalEntry> journal = engine.journal("L-1");
            assertThat(journal.get(journal.size() - 1).moves()).hasSize(1);
            assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo(i % 2 == 1 ? pair.name() : pair.there);
        }
    }
}
