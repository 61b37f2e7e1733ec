package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.text.Comparison;
import io.leadlifecycle.rules.text.Condition;
import io.leadlifecycle.rules.text.Constraint;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.Token;
import io.leadlifecycle.rules.words.Names;
import io.leadlifecycle.rules.words.Sort;
import io.leadlifecycle.rules.words.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks what a pattern asks: every word, name and sort of value, and negative tests of what may be unknown. */
final class ConditionCheck {
    private final Reading reading;
    private final Names names;
    private final Complaints complaints;

    ConditionCheck(Reading reading, Names names, Complaints complaints) {
        this.reading = reading;
        this.names = names;
        this.complaints = complaints;
    }

    void check(List<Constraint> constraints) {
        List<Condition> conditions = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (constraint.condition() != null) {
                conditions.add(constraint.condition());
            }
        }
        Set<String> known = knownIn(conditions);
        for (Constraint constraint : constraints) {
            Constraint.Binding binding = constraint.binding();
            if (constraint.condition() != null) {
                check(constraint.condition(), known, false);
            }
            if (binding != null) {
                bind(binding);
            }
        }
    }

    private void bind(Constraint.Binding binding) {
        boolean ofEvent = binding.property().steps().size() == 1
                && binding.property().steps().get(0).arguments() == null
                && !binding.property().text().equals("lead");
        if (!ofEvent) {
            complaints.at(
                    binding.name(),
                    "\"" + binding.name().text()
                            + "\" is bound to a property of the event only; lead is read on both sides.");
        } else {
            reading.follow(binding.property()).ifPresent(value -> reading.bind(binding.name(), value));
        }
    }

    /** Profile fields that have to be known for all conditions to hold. */
    private static Set<String> knownIn(List<Condition> conditions) {
        Set<String> known = new HashSet<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.All all) {
                known.addAll(knownIn(all.parts()));
            } else if (condition instanceof Condition.Holds holds) {
                List<Operand.Step> steps = holds.path().steps();
                boolean has = steps.size() == 2 && steps.get(1).name().text().equals("has");
                List<Operand> arguments = has ? steps.get(1).given() : List.of();
                if (arguments.size() == 1 && arguments.get(0) instanceof Operand.Literal field) {
                    known.add(field.value());
                }
            }
        }
        return known;
    }

    private void check(Condition condition, Set<String> known, boolean negated) {
        if (condition instanceof Condition.Not not) {
            check(not.part(), known, !negated);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> check(part, known, negated));
        } else if (condition instanceof Condition.All all) {
            Set<String> inside = new HashSet<>(known);
            if (!negated) {
                inside.addAll(knownIn(all.parts()));
            }
            all.parts().forEach(part -> check(part, inside, negated));
        } else if (condition instanceof Condition.Holds holds) {
            checkHolds(holds, known, negated);
        } else {
            checkTest((Condition.Test) condition, known, negated);
        }
    }

    private void checkHolds(Condition.Holds holds, Set<String> known, boolean negated) {
        Optional<Value> value = reading.follow(holds.path());
        value.ifPresent(read -> {
            if (read.sort() != Sort.TRUTH) {
                complaints.at(
                        holds.at(),
                        holds.text() + " is " + read.sort().words()
                                + ", not true or false. Maybe a comparison is missing?");
            } else if (read.type() != boolean.class) {
                complaints.at(holds.at(), holds.text() + " may be missing. Maybe \"" + holds.text() + " == true\"?");
            }
            requireKnown(read, holds.at(), holds.text(), negated ? "!" : "", known);
        });
    }

    private void checkTest(Condition.Test test, Set<String> known, boolean negated) {
        if (!(test.left() instanceof Operand.Path path)) {
            complaints.at(
                    test.at(),
                    "A comparison begins with what is read; " + test.left().text() + " is a fixed value.");
            return;
        }
        Optional<Value> left = reading.follow(path);
        if (left.isEmpty()) {
            return;
        }
        test.right().forEach(right -> checkPair(test, left.get(), right));
        boolean asksForNull = test.right().stream().anyMatch(ConditionCheck::isNull);
        boolean negative = test.comparison().negative() != negated;
        if (negative && !asksForNull) {
            requireKnown(
                    left.get(),
                    test.at(),
                    path.text(),
                    negated ? "!" : test.comparison().sign(),
                    known);
        }
    }

    private void requireKnown(Value value, Token at, String text, String sign, Set<String> known) {
        String field = value.profileField();
        if (!sign.isEmpty() && field != null && !known.contains(field)) {
            complaints.at(
                    at,
                    "\"" + sign + "\" is also true for a lead whose " + field + " is unknown. Maybe lead.has(\"" + field
                            + "\") beside " + text + "?");
        }
    }

    private void checkPair(Condition.Test test, Value left, Operand right) {
        if (isNull(right)) {
            checkNull(test, left);
            return;
        }
        Optional<Sort> sort = sortOf(right);
        if (sort.isEmpty()) {
            return;
        }
        if (test.comparison() == Comparison.MATCHES || test.comparison() == Comparison.NOT_MATCHES) {
            checkPattern(test, left, right);
        } else if (compares(test.comparison(), left.sort(), sort.get())) {
            checkName(left, right);
        } else {
            complaints.at(right.at(), mismatch(test, left.sort(), sort.get(), right));
        }
    }

    private static boolean compares(Comparison comparison, Sort left, Sort right) {
        if (comparison == Comparison.CONTAINS || comparison == Comparison.NOT_CONTAINS) {
            return (left == Sort.TEXT || left == Sort.LIST) && right == Sort.TEXT;
        }
        // What the engine answers for a text that should be larger than a number depends on what it saw before.
        return comparison.orders() ? left == Sort.NUMBER && right == Sort.NUMBER : left.comparesWith(right);
    }

    private static String mismatch(Condition.Test test, Sort left, Sort right, Operand given) {
        String sides = test.left().text() + " is " + left.words() + " and " + given.text() + " is " + right.words();
        return left == Sort.ANY && test.comparison().orders()
                ? sides + ": a profile value may be a text, so \""
                        + test.comparison().sign() + "\" has no answer."
                : sides + ": \"" + test.text() + "\" could never be right.";
    }

    private Optional<Sort> sortOf(Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return Optional.of(
                    switch (literal.sort()) {
                        case TEXT -> Sort.TEXT;
                        case WHOLE, DECIMAL -> Sort.NUMBER;
                        case TRUTH -> Sort.TRUTH;
                        case NULL -> Sort.ANY;
                    });
        }
        return operand instanceof Operand.Path path ? reading.follow(path).map(Value::sort) : Optional.empty();
    }

    private static boolean isNull(Operand operand) {
        return operand instanceof Operand.Literal literal && literal.sort() == Operand.Literal.Sort.NULL;
    }

    private void checkNull(Condition.Test test, Value left) {
        boolean equality = test.comparison() == Comparison.EQUAL || test.comparison() == Comparison.NOT_EQUAL;
        if (!equality || !left.mayBeMissing()) {
            complaints.at(
                    test.operator(), test.left().text() + " is never null; \"" + test.text() + "\" says nothing.");
        }
    }

    private void checkPattern(Condition.Test test, Value left, Operand right) {
        if (left.sort() != Sort.TEXT || !(right instanceof Operand.Literal literal)) {
            complaints.at(
                    test.operator(),
                    "\"" + test.comparison().sign() + "\" compares a text with a regular expression in quotes.");
            return;
        }
        try {
            Pattern.compile(literal.value());
        } catch (PatternSyntaxException e) {
            complaints.at(
                    literal.at(),
                    "The regular expression \"" + literal.value() + "\" is wrong: " + e.getDescription() + ".");
        }
    }

    private void checkName(Value left, Operand right) {
        boolean name = right instanceof Operand.Literal literal && literal.sort() == Operand.Literal.Sort.TEXT;
        if (!name) {
            return;
        }
        String value = ((Operand.Literal) right).value();
        if (!(value.isEmpty() && left.mayBeEmpty())) {
            names.problemOfValue(left.names(), value).ifPresent(problem -> complaints.at(right.at(), problem));
        }
    }
}
