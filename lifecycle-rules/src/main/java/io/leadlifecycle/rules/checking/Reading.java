package io.leadlifecycle.rules.checking;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.LeadView;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.Token;
import io.leadlifecycle.rules.words.Names;
import io.leadlifecycle.rules.words.Value;
import io.leadlifecycle.rules.words.Vocabulary;
import io.leadlifecycle.rules.words.Word;
import io.leadlifecycle.text.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows what one rule reads and calls, word by word, and refuses every word that is not in the vocabulary. */
final class Reading {
    private static final Set<String> PROFILE_FIELDS =
            Set.of("industry", "employees", "country", "title", "seniority", "company", "segment");

    private final Class<? extends LeadEvent> event;
    private final Complaints complaints;
    private final ArgumentCheck arguments;
    private final Map<String, Value> bindings = new HashMap<>();
    private boolean right;

    Reading(Class<? extends LeadEvent> event, Names names, Complaints complaints) {
        this.event = event;
        this.complaints = complaints;
        this.arguments = new ArgumentCheck(this, names, complaints);
    }

    /** From here on the right side is read: the event is gone, its bound properties stay. */
    void goRight() {
        right = true;
    }

    void bind(Token name, Value value) {
        if (bindings.putIfAbsent(name.text(), value) != null) {
            complaints.at(name, "The name \"" + name.text() + "\" is bound twice.");
        }
    }

    /** What a path leads to; empty when something on it is refused. */
    Optional<Value> follow(Operand.Path path) {
        Operand.Step first = path.steps().get(0);
        Optional<Value> value = first(first);
        Token before = first.name();
        for (Operand.Step step : path.steps().subList(1, path.steps().size())) {
            if (value.isEmpty()) {
                return value;
            }
            value = next(value.get(), before, step);
            before = step.name();
        }
        return value;
    }

    private Optional<Value> first(Operand.Step step) {
        Token name = step.name();
        if (name.text().equals("lead") && step.arguments() == null) {
            return Optional.of(new Value(right ? RuleLead.class : LeadView.class, null, null));
        }
        if (name.text().startsWith("$")) {
            return binding(step);
        }
        List<Word> ofEvent = right ? List.of() : Vocabulary.of(event);
        List<Word> known =
                Stream.concat(ofEvent.stream(), Vocabulary.functions().stream()).toList();
        if (right && step.arguments() == null) {
            complaints.at(
                    name,
                    "\"" + name.text() + "\" is unknown after \"then\"; a property of the event is bound"
                            + " first, as in " + event.getSimpleName() + "( $x : " + name.text() + " ).");
            return Optional.empty();
        }
        return word(known, step, right ? "A rule" : event.getSimpleName(), null);
    }

    private Optional<Value> binding(Operand.Step step) {
        Token name = step.name();
        Value value = bindings.get(name.text());
        if (step.arguments() != null) {
            complaints.at(name, "\"" + name.text() + "\" is a value and takes no parentheses.");
            return Optional.empty();
        }
        if (value == null) {
            complaints.at(
                    name,
                    "\"" + name.text() + "\" is bound nowhere before; there are "
                            + Suggestion.allowed(
                                    name.text(),
                                    bindings.keySet().stream().sorted().toList()));
        }
        return Optional.ofNullable(value);
    }

    private Optional<Value> next(Value value, Token before, Operand.Step step) {
        if (value.type() == LeadView.class || value.type() == RuleLead.class) {
            return onLead(step);
        }
        List<Word> known = Vocabulary.after(value.type());
        if (known.isEmpty()) {
            complaints.at(
                    step.name(),
                    "\"" + before.text() + "\" is " + value.sort().words() + "; nothing is read on it, not even \""
                            + step.name().text() + "\".");
            return Optional.empty();
        }
        return word(known, step, before.text() + "(...)", value.profileField());
    }

    private Optional<Value> onLead(Operand.Step step) {
        List<Word> known = right ? Vocabulary.onLead() : Vocabulary.readOnLead();
        boolean proposes = !right
                && Vocabulary.proposedOnLead().stream()
                        .anyMatch(word -> word.name().equals(step.name().text()));
        if (proposes) {
            complaints.at(
                    step.name(),
                    "A condition does not propose; lead." + step.name().text() + "(...) belongs after \"then\".");
            return Optional.empty();
        }
        return word(known, step, "lead", null);
    }

    private Optional<Value> word(List<Word> known, Operand.Step step, String owner, @Nullable String field) {
        String written = step.name().text();
        Optional<Word> found = known.stream()
                .filter(word -> word.fits(written, step.arguments()))
                .findFirst();
        if (found.isEmpty()) {
            complaints.at(step.name(), unknown(known, step, owner));
            return Optional.empty();
        }
        Word word = found.get();
        boolean fine = arguments.check(word, step);
        return fine ? Optional.of(new Value(word.type(), word, field(word, step, field))) : Optional.empty();
    }

    private static String unknown(List<Word> known, Operand.Step step, String owner) {
        String written = step.name().text();
        List<Word> sameName = known.stream()
                .filter(word ->
                        word.name().equals(written) || word.method().getName().equals(written))
                .toList();
        if (!sameName.isEmpty()) {
            Word meant = sameName.get(0);
            String rightForm = meant.property()
                    ? "is a property and stands without parentheses"
                    : "takes " + count(sameName) + " in parentheses";
            return "\"" + meant.name() + "\" of " + owner + " " + rightForm + ".";
        }
        List<String> sameForm = known.stream()
                .filter(word -> word.property() == (step.arguments() == null))
                .map(Word::name)
                .distinct()
                .toList();
        List<String> all = known.stream().map(Word::name).distinct().toList();
        String maybe = Suggestion.inline(written, all);
        return owner + " has no \"" + written + "\"; there are " + sameForm + "." + maybe;
    }

    private static String count(List<Word> sameName) {
        List<String> counts = sameName.stream()
                .map(word -> String.valueOf(word.argumentCount()))
                .toList();
        return String.join(" or ", counts) + (counts.equals(List.of("1")) ? " argument" : " arguments");
    }

    private static @Nullable String field(Word word, Operand.Step step, @Nullable String inherited) {
        if (word.method().getDeclaringClass() != LeadView.class) {
            return inherited;
        }
        if (PROFILE_FIELDS.contains(word.name())) {
            return word.name();
        }
        if (word.name().equals("seniorityAtLeast")) {
            return "seniority";
        }
        boolean any = word.name().equals("profile");
        return any && step.given().get(0) instanceof Operand.Literal name ? name.value() : null;
    }
}
