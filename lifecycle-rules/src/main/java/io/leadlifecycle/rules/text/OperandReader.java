package io.leadlifecycle.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fixed values and paths; whatever else could stand there is refused. */
final class OperandReader {
    private static final Set<String> NEVER = Set.of("new", "instanceof", "this", "super", "class");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private final TokenCursor cursor;

    OperandReader(TokenCursor cursor) {
        this.cursor = cursor;
    }

    Operand read() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case TEXT -> new Operand.Literal(cursor.next(), Operand.Literal.Sort.TEXT, token.text());
            case NUMBER -> number(cursor.next(), "");
            case WORD -> word(token);
            default -> negativeNumber(token);
        };
    }

    private Operand word(Token token) {
        return switch (token.text()) {
            case "true", "false" -> new Operand.Literal(cursor.next(), Operand.Literal.Sort.TRUTH, token.text());
            case "null" -> new Operand.Literal(cursor.next(), Operand.Literal.Sort.NULL, token.text());
            default -> path();
        };
    }

    private Operand negativeNumber(Token token) {
        if (token.is("-") && cursor.peekSecond().kind() == Token.Kind.NUMBER) {
            cursor.next();
            return number(cursor.next(), "-");
        }
        throw new SyntaxException(token, "A value is expected here, not " + token.shown() + ".");
    }

    private static Operand number(Token token, String sign) {
        boolean whole = token.text().indexOf('.') < 0;
        return new Operand.Literal(
                token, whole ? Operand.Literal.Sort.WHOLE : Operand.Literal.Sort.DECIMAL, sign + token.text());
    }

    Operand.Path path() {
        List<Operand.Step> steps = new ArrayList<>();
        do {
            Token name = cursor.peek();
            if (!name.isWord()) {
                throw new SyntaxException(name, "A name is expected here, not " + name.shown() + ".");
            }
            if (NEVER.contains(name.text())) {
                throw new SyntaxException(
                        name,
                        "\"" + name.text() + "\" has no place in a rule: a rule reads the"
                                + " event and lead, and calls nothing else.");
            }
            cursor.next();
            steps.add(new Operand.Step(name, arguments()));
        } while (cursor.skip("."));
        refuseWhatFollows();
        return new Operand.Path(steps);
    }

    private @Nullable List<Operand> arguments() {
        if (!cursor.skip("(")) {
            return null;
        }
        List<Operand> arguments = new ArrayList<>();
        if (cursor.skip(")")) {
            return arguments;
        }
        do {
            arguments.add(joined());
        } while (cursor.skip(","));
        cursor.expect(")", "After the arguments");
        return arguments;
    }

    private Operand joined() {
        List<Operand> parts = new ArrayList<>();
        do {
            parts.add(read());
        } while (cursor.skip("+"));
        return parts.size() == 1 ? parts.get(0) : new Operand.Joined(parts);
    }

    private void refuseWhatFollows() {
        Token next = cursor.peek();
        if (next.is("=")) {
            throw new SyntaxException(next, "\"=\" assigns; a rule changes nothing. Maybe \"==\"?");
        }
        if (next.is("[") || next.is("{")) {
            throw new SyntaxException(next, next.shown() + " has no place in a rule.");
        }
    }

    /** A condition compares values as they are. */
    void refuseArithmetic() {
        Token next = cursor.peek();
        if (ARITHMETIC.contains(next.text()) && next.kind() == Token.Kind.SIGN) {
            throw new SyntaxException(next, "A condition does not calculate; " + next.shown() + " has no place in it.");
        }
    }
}
