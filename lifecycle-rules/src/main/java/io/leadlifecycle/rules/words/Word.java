package io.leadlifecycle.rules.words;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a rule may read or call: a property such as {@code lead.stage}, or a word with arguments.
 *
 * @param name how a rule writes it
 * @param method the Java method
 * @param property whether it is read without parentheses
 */
public record Word(String name, Method method, boolean property) {
    /**
     * Whether a rule may write it so; a getter may also be called by its Java name.
     *
     * @param written the name
     * @param arguments what stands in parentheses, null without parentheses
     * @return true for this word
     */
    public boolean fits(String written, @Nullable List<?> arguments) {
        if (arguments == null) {
            return property && name.equals(written);
        }
        return arguments.size() == argumentCount()
                && (property ? method.getName().equals(written) && !written.equals(name) : name.equals(written));
    }

    /**
     * The word as {@link NamedPlaces} lists it.
     *
     * @return such as {@code RuleLead.moveTo}
     */
    public String key() {
        return method.getDeclaringClass().getSimpleName() + "." + name;
    }

    /**
     * What it gives.
     *
     * @return the Java type
     */
    public Class<?> type() {
        return method.getReturnType();
    }

    /**
     * How many arguments it takes.
     *
     * @return the number
     */
    public int argumentCount() {
        return method.getParameterCount();
    }

    /**
     * Whether it may give null: types of the core say so, those of a host need not.
     *
     * @return false when it never does
     */
    public boolean mayBeMissing() {
        boolean ofCore = method.getDeclaringClass().getName().startsWith("io.leadlifecycle.");
        boolean said = method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
        return !type().isPrimitive() && (said || !ofCore);
    }
}
