package io.leadlifecycle.rule;

import java.io.Serial;

/** A rule failed, or rules go round in a circle: the lead stays as it was before the event. */
public final class RuleFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * A failure.
     *
     * @param rule the rule, or the rules of a circle
     * @param message what went wrong, naming the rule
     * @param cause what the rule threw
     */
    public RuleFailedException(String rule, String message, Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /**
     * A failure without a cause.
     *
     * @param rule the rule, or the rules of a circle
     * @param message what went wrong, naming the rule
     */
    public RuleFailedException(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    /**
     * The rule that failed.
     *
     * @return its name
     */
    public String rule() {
        return rule;
    }
}
