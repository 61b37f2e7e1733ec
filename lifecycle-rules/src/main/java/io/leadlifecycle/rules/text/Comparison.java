package io.leadlifecycle.rules.text;

import java.util.Arrays;
import java.util.List;

/** The comparisons a condition may make. */
public enum Comparison {
    /** The same. */
    EQUAL("==", false),
    /** Not the same. */
    NOT_EQUAL("!=", true),
    /** Smaller. */
    LESS("<", false),
    /** Smaller or the same. */
    AT_MOST("<=", false),
    /** Larger. */
    MORE(">", false),
    /** Larger or the same. */
    AT_LEAST(">=", false),
    /** One of a list. */
    IN("in", false),
    /** None of a list. */
    NOT_IN("not in", true),
    /** Fits a regular expression as a whole. */
    MATCHES("matches", false),
    /** Does not fit it. */
    NOT_MATCHES("not matches", true),
    /** Has a part or element. */
    CONTAINS("contains", false),
    /** Has no such part or element. */
    NOT_CONTAINS("not contains", true);

    private final String sign;
    private final boolean negative;

    Comparison(String sign, boolean negative) {
        this.sign = sign;
        this.negative = negative;
    }

    /**
     * How a rule writes it.
     *
     * @return the sign
     */
    public String sign() {
        return sign;
    }

    /**
     * Whether it is true for a value that is missing.
     *
     * @return true for {@code !=}, {@code not in} and the like
     */
    public boolean negative() {
        return negative;
    }

    /**
     * Whether it says which is larger.
     *
     * @return true for {@code < <= > >=}
     */
    public boolean orders() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    static List<String> signs() {
        return Arrays.stream(values()).map(Comparison::sign).toList();
    }
}
