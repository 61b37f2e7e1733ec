package io.leadlifecycle.rules.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Set;

/** What sort of value something is, as far as a condition cares. */
public enum Sort {
    /** A text. */
    TEXT("a text"),
    /** A number of any size. */
    NUMBER("a number"),
    /** True or false. */
    TRUTH("true or false"),
    /** A list of texts. */
    LIST("a list of texts"),
    /** A free profile value: text, number or truth. */
    ANY("a profile value"),
    /** Anything else. */
    OTHER("something that conditions do not compare");

    private static final Set<Class<?>> NUMBERS = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class);

    private final String words;

    Sort(String words) {
        this.words = words;
    }

    /**
     * How a message calls it.
     *
     * @return with its article
     */
    public String words() {
        return words;
    }

    /**
     * The sort of a Java type.
     *
     * @param type the type
     * @return its sort
     */
    public static Sort of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return TRUTH;
        }
        if (type == Object.class) {
            return ANY;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return LIST;
        }
        return NUMBERS.contains(type) ? NUMBER : OTHER;
    }

    /**
     * Whether two values may be the same.
     *
     * @param other the other sort
     * @return false when a comparison would never be right
     */
    public boolean comparesWith(Sort other) {
        return this != OTHER && this != LIST && (this == other || this == ANY || other == ANY);
    }
}
