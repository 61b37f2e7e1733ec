package io.leadlifecycle.rules.text;

import java.util.List;
import java.util.stream.Collectors;

/** Something that holds or does not. */
public sealed interface Condition {
    /**
     * Where it begins.
     *
     * @return the first token
     */
    Token at();

    /**
     * The condition as rule text.
     *
     * @return the text
     */
    String text();

    /**
     * All parts hold.
     *
     * @param parts at least two
     */
    record All(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Token at() {
            return parts.get(0).at();
        }

        @Override
        public String text() {
            return joined(parts, " && ");
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts at least two
     */
    record Any(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Token at() {
            return parts.get(0).at();
        }

        @Override
        public String text() {
            return joined(parts, " || ");
        }
    }

    /**
     * The part does not hold.
     *
     * @param at the sign
     * @param part the part
     */
    record Not(Token at, Condition part) implements Condition {
        @Override
        public String text() {
            return part instanceof Holds ? "!" + part.text() : "!(" + part.text() + ")";
        }
    }

    /**
     * Something read is true.
     *
     * @param path what is read
     */
    record Holds(Operand.Path path) implements Condition {
        @Override
        public Token at() {
            return path.at();
        }

        @Override
        public String text() {
            return path.text();
        }
    }

    /**
     * Something read compares with values.
     *
     * @param left what is read
     * @param operator where the operator stands
     * @param comparison how they compare
     * @param right the values; one, except in a list
     */
    record Test(Operand left, Token operator, Comparison comparison, List<Operand> right) implements Condition {
        /** Copies the list. */
        public Test {
            right = List.copyOf(right);
        }

        @Override
        public Token at() {
            return left.at();
        }

        @Override
        public String text() {
            boolean list = comparison == Comparison.IN || comparison == Comparison.NOT_IN;
            String values = right.stream().map(Operand::text).collect(Collectors.joining(", "));
            return left.text() + " " + comparison.sign() + " " + (list ? "(" + values + ")" : values);
        }
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream()
                .map(part -> part instanceof All || part instanceof Any ? "(" + part.text() + ")" : part.text())
                .collect(Collectors.joining(sign));
    }
}
