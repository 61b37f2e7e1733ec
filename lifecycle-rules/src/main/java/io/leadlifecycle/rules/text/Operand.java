package io.leadlifecycle.rules.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something with a value: a fixed one, or one that is read. */
public sealed interface Operand {
    /**
     * Where it begins.
     *
     * @return the first token
     */
    Token at();

    /**
     * How a message shows it.
     *
     * @return rule text
     */
    String text();

    /**
     * A fixed value.
     *
     * @param at where
     * @param sort what sort of value
     * @param value the value; of a text without quotes
     */
    record Literal(Token at, Sort sort, String value) implements Operand {
        /** Sorts of fixed values. */
        public enum Sort {
            /** In double quotes. */
            TEXT,
            /** Without a fraction. */
            WHOLE,
            /** With a fraction. */
            DECIMAL,
            /** True or false. */
            TRUTH,
            /** Nothing. */
            NULL
        }

        @Override
        public String text() {
            return sort == Sort.TEXT ? quoted(value) : value;
        }

        private static String quoted(String value) {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * Something read step by step, such as {@code lead.clock("acceptance").running}.
     *
     * @param steps at least one
     */
    record Path(List<Step> steps) implements Operand {
        /** Copies the list. */
        public Path {
            steps = List.copyOf(steps);
        }

        @Override
        public Token at() {
            return steps.get(0).name();
        }

        @Override
        public String text() {
            return steps.stream().map(Step::text).collect(Collectors.joining("."));
        }
    }

    /**
     * Texts joined with {@code +}.
     *
     * @param parts at least two
     */
    record Joined(List<Operand> parts) implements Operand {
        /** Copies the list. */
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public Token at() {
            return parts.get(0).at();
        }

        @Override
        public String text() {
            return parts.stream().map(Operand::text).collect(Collectors.joining(" + "));
        }
    }

    /**
     * One name of a path.
     *
     * @param name the name
     * @param arguments what stands in its parentheses, null without parentheses
     */
    record Step(Token name, @Nullable List<Operand> arguments) {
        /** Copies the list. */
        public Step {
            arguments = arguments == null ? null : List.copyOf(arguments);
        }

        /**
         * What stands in its parentheses.
         *
         * @return nothing, also without parentheses
         */
        public List<Operand> given() {
            return arguments == null ? List.of() : arguments;
        }

        String text() {
            if (arguments == null) {
                return name.text();
            }
            return name.text() + arguments.stream().map(Operand::text).collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
