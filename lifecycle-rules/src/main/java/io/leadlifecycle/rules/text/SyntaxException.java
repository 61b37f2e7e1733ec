package io.leadlifecycle.rules.text;

import java.io.Serial;

/** The rest of a rule cannot be read; the reader goes on with the next rule. */
final class SyntaxException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Token at;

    SyntaxException(Token at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Token at() {
        return at;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
