package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.rules.words.Value;
import io.leadlifecycle.rules.words.Vocabulary;
import io.leadlifecycle.rules.words.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a rule proposes: few statements, each a proposal, at most one move and that with its why. */
final class ConsequenceCheck {
    /** A rule that needs more is two rules. */
    static final int MOST_STATEMENTS = 3;

    private static final Set<String> MOVES = Set.of("moveTo", "qualifyAs", "recycle", "disqualify");

    private final Reading reading;
    private final Complaints complaints;

    ConsequenceCheck(Reading reading, Complaints complaints) {
        this.reading = reading;
        this.complaints = complaints;
    }

    void check(RuleText rule) {
        List<Operand.Path> statements = rule.statements();
        if (statements.isEmpty()) {
            complaints.at(rule.name(), "The rule \"" + rule.name().text() + "\" proposes nothing.");
        }
        if (statements.size() > MOST_STATEMENTS) {
            complaints.at(
                    statements.get(MOST_STATEMENTS).at(),
                    "The rule \"" + rule.name().text() + "\" has " + statements.size() + " statements; allowed are "
                            + MOST_STATEMENTS + ". Maybe it is two rules?");
        }
        statements.forEach(this::check);
        List<Operand.Path> moves =
                statements.stream().filter(ConsequenceCheck::moves).toList();
        if (moves.size() > 1) {
            complaints.at(
                    moves.get(1).at(),
                    "The rule \"" + rule.name().text() + "\" moves the lead twice; a rule moves it once at most.");
        }
    }

    private void check(Operand.Path statement) {
        Optional<Value> value = reading.follow(statement);
        if (value.isEmpty()) {
            return;
        }
        if (verb(statement).isEmpty()) {
            complaints.at(
                    statement.at(), "The statement \"" + statement.text() + "\" only reads and proposes nothing.");
        }
        if (statement.steps().size() > 1) {
            requireTime(statement);
        }
        boolean says = statement.steps().stream()
                .skip(2)
                .anyMatch(step -> step.name().text().equals("because") && saysSomething(step));
        if (moves(statement) && !says) {
            complaints.at(
                    statement.at(),
                    "The statement \"" + statement.text()
                            + "\" moves the lead and does not say why. Maybe \"" + statement.text()
                            + ".because(\"...\")\"?");
        }
    }

    /** A clock is given a time, or the clock whose time it takes. */
    private void requireTime(Operand.Path statement) {
        Operand.Step verb = statement.steps().get(1);
        boolean open = verb.name().text().equals("startClock") && verb.given().size() == 1;
        boolean like = statement.steps().stream()
                .skip(2)
                .anyMatch(step -> step.name().text().equals("like"));
        if (open && !like) {
            complaints.at(
                    statement.at(),
                    "The statement \"" + statement.text() + "\" gives the clock no time. Maybe \"" + statement.text()
                            + ".like(...)\", or a time such as businessHours(4) behind the name?");
        }
    }

    private static boolean saysSomething(Operand.Step because) {
        boolean empty = because.given().get(0) instanceof Operand.Literal literal
                && literal.value().isBlank();
        return !empty;
    }

    private static Optional<String> verb(Operand.Path statement) {
        if (statement.steps().size() < 2) {
            return Optional.empty();
        }
        Operand.Step step = statement.steps().get(1);
        return Vocabulary.proposedOnLead().stream()
                .filter(word -> word.fits(step.name().text(), step.arguments()))
                .map(Word::name)
                .findFirst();
    }

    private static boolean moves(Operand.Path statement) {
        return verb(statement).filter(MOVES::contains).isPresent();
    }
}
