package io.leadlifecycle.rules.text;

import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands between the parentheses of a pattern. */
final class ConditionReader {
    private final TokenCursor cursor;
    private final OperandReader operands;

    ConditionReader(TokenCursor cursor) {
        this.cursor = cursor;
        this.operands = new OperandReader(cursor);
    }

    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        if (cursor.skip(")")) {
            return constraints;
        }
        do {
            constraints.add(constraint());
        } while (cursor.skip(","));
        cursor.expect(")", "After the conditions");
        return constraints;
    }

    private Constraint constraint() {
        if (!cursor.peekSecond().is(":")) {
            return new Constraint(null, any());
        }
        Token name = cursor.next();
        cursor.expect(":", "After a name");
        if (!name.isWord() || !name.text().startsWith("$") || name.text().length() == 1) {
            throw new SyntaxException(
                    name, "A property is bound to a name that begins with \"$\". Maybe \"$" + name.text() + "\"?");
        }
        Condition condition = any();
        if (condition instanceof Condition.Holds holds) {
            return new Constraint(new Constraint.Binding(name, holds.path()), null);
        }
        if (condition instanceof Condition.Test test && test.left() instanceof Operand.Path path) {
            return new Constraint(new Constraint.Binding(name, path), condition);
        }
        throw new SyntaxException(name, "\"" + name.text() + "\" is bound to one property, not to a combination.");
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (cursor.skip("||"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(single());
        } while (cursor.skip("&&"));
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private Condition single() {
        Token token = cursor.peek();
        if (cursor.skip("!")) {
            return new Condition.Not(token, single());
        }
        if (cursor.skip("(")) {
            Condition inner = any();
            cursor.expect(")", "After a condition in parentheses");
            return inner;
        }
        if (Comparison.signs().contains(token.text()) && token.kind() == Token.Kind.SIGN) {
            throw new SyntaxException(
                    token,
                    "The property is missing before " + token.shown() + ". Maybe a list is meant: in (\"A\", \"B\")?");
        }
        return test(operands.read());
    }

    private Condition test(Operand left) {
        operands.refuseArithmetic();
        Optional<Comparison> comparison = comparison();
        Token operator = cursor.peek();
        if (comparison.isEmpty()) {
            return holds(left);
        }
        skip(comparison.get());
        List<Operand> right = comparison.get() == Comparison.IN || comparison.get() == Comparison.NOT_IN
                ? list()
                : List.of(operands.read());
        operands.refuseArithmetic();
        return new Condition.Test(left, operator, comparison.get(), right);
    }

    private Condition holds(Operand left) {
        Token next = cursor.peek();
        if (next.isWord()) {
            throw new SyntaxException(
                    next,
                    "The comparison " + next.shown() + " is unknown; allowed are "
                            + Suggestion.allowed(next.text(), Comparison.signs()));
        }
        if (left instanceof Operand.Path path) {
            return new Condition.Holds(path);
        }
        throw new SyntaxException(left.at(), "A condition begins with what is read, not with a fixed value.");
    }

    private Optional<Comparison> comparison() {
        Token token = cursor.peek();
        String sign = token.is("not") ? "not " + cursor.peekSecond().text() : token.text();
        if (!token.isWord() && token.kind() != Token.Kind.SIGN) {
            return Optional.empty();
        }
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    private void skip(Comparison comparison) {
        cursor.next();
        if (comparison.sign().startsWith("not ")) {
            cursor.next();
        }
    }

    private List<Operand> list() {
        cursor.expect("(", "After \"in\"");
        List<Operand> values = new ArrayList<>();
        do {
            values.add(operands.read());
        } while (cursor.skip(","));
        cursor.expect(")", "After the list");
        return values;
    }
}
