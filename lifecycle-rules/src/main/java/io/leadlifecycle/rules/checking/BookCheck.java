package io.leadlifecycle.rules.checking;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleReader;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.rules.words.EventTypes;
import io.leadlifecycle.rules.words.NameKind;
import io.leadlifecycle.rules.words.NamedPlaces;
import io.leadlifecycle.rules.words.Names;
import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and checks all files of a rule book together; a book is good as a whole or refused as a whole. */
public final class BookCheck {
    private final EventTypes events;
    private final Names names;
    private final HeaderCheck headers = new HeaderCheck();
    private final Listening listening = new Listening();
    private final PauseCheck pauses = new PauseCheck();
    private final List<Problem> problems = new ArrayList<>();

    private BookCheck(Lifecycle lifecycle, EventTypes events) {
        this.events = events;
        this.names = new Names(lifecycle);
    }

    /**
     * Checks a book.
     *
     * @param lifecycle what its names are checked against
     * @param events the events its rules may match
     * @param drlByFile the text of each file
     * @return the rules
     * @throws RuleBookException with every problem, if there is any
     */
    public static CheckedBook check(Lifecycle lifecycle, EventTypes events, Map<String, String> drlByFile) {
        return new BookCheck(lifecycle, events).check(new TreeMap<>(drlByFile));
    }

    private CheckedBook check(SortedMap<String, String> drlByFile) {
        SortedMap<String, List<RuleText>> rules = new TreeMap<>();
        drlByFile.forEach((file, text) -> rules.put(file, RuleReader.read(file, text, problems::add)));
        boolean complete = problems.isEmpty();
        if (!complete) {
            names.incomplete();
        }
        rules.values().forEach(ofFile -> ofFile.forEach(this::introduce));
        rules.values().forEach(ofFile -> ofFile.forEach(this::check));
        if (complete) {
            pauses.check(rules.values(), names.clocks(), problems);
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new CheckedBook(rules, listening.milestones(names.clocks()), listening.timers());
    }

    private void introduce(RuleText rule) {
        for (Operand.Path statement : rule.statements()) {
            if (statement.steps().size() < 2) {
                continue;
            }
            Operand.Step verb = statement.steps().get(1);
            NameKind kind = NamedPlaces.ofArgument("RuleLead." + verb.name().text(), 0);
            List<Operand> arguments = verb.given();
            if (kind.isIntroduced() && !arguments.isEmpty() && arguments.get(0) instanceof Operand.Literal name) {
                names.introduce(kind, name.value());
            }
        }
    }

    private void check(RuleText rule) {
        Complaints complaints = new Complaints(rule.file(), problems);
        headers.check(rule, complaints);
        Optional<Class<? extends LeadEvent>> event = events.find(rule.event().text());
        if (event.isEmpty()) {
            complaints.at(
                    rule.event(),
                    "The event \"" + rule.event().text() + "\" is unknown; allowed are "
                            + Suggestion.allowed(rule.event().text(), events.names()));
            return;
        }
        Reading reading = new Reading(event.get(), names, complaints);
        new ConditionCheck(reading, names, complaints).check(rule.constraints());
        listening.collect(rule, complaints);
        reading.goRight();
        new ConsequenceCheck(reading, complaints).check(rule);
    }
}
