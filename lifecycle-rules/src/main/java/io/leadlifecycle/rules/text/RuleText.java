package io.leadlifecycle.rules.text;

import java.util.List;

/**
 * A rule as it was read: one event, constraints and statements.
 *
 * @param file the file
 * @param name the name
 * @param annotations what it says about itself
 * @param event the type of its event
 * @param constraints what the pattern asks
 * @param statements what it proposes, each a path that begins at {@code lead}
 */
public record RuleText(
        String file,
        Token name,
        List<Annotation> annotations,
        Token event,
        List<Constraint> constraints,
        List<Operand.Path> statements) {
    /**
     * An annotation.
     *
     * @param name the name without {@code @}
     * @param value the text in its parentheses
     */
    public record Annotation(Token name, String value) {}

    /** Copies the lists. */
    public RuleText {
        annotations = List.copyOf(annotations);
        constraints = List.copyOf(constraints);
        statements = List.copyOf(statements);
    }

    /**
     * The stable id.
     *
     * @return the first word of the name
     */
    public String id() {
        String text = name.text();
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /**
     * What an annotation says.
     *
     * @param annotation its name
     * @return the text, empty when it is not there
     */
    public String says(String annotation) {
        return annotations.stream()
                .filter(known -> known.name().text().equals(annotation))
                .map(Annotation::value)
                .findFirst()
                .orElse("");
    }
}
