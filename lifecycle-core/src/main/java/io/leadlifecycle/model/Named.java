package io.leadlifecycle.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a lead has at most one of per name. Lists of it are immutable and sorted by name, so that a lead reads and
 * writes the same in every JVM.
 */
public interface Named {
    /**
     * The name, unique in its list.
     *
     * @return the name
     */
    String name();

    /**
     * The element of that name.
     *
     * @param list a list sorted by name
     * @param name the name looked for
     * @param <T> what the list holds
     * @return the element, or null
     */
    static <T extends Named> @Nullable T find(List<T> list, String name) {
        for (T element : list) {
            if (element.name().equals(name)) {
                return element;
            }
        }
        return null;
    }

    /**
     * The list with the element in the place of the one of its name.
     *
     * @param list a list sorted by name
     * @param element what to put in
     * @param <T> what the list holds
     * @return a new immutable sorted list
     */
    static <T extends Named> List<T> with(List<T> list, T element) {
        List<T> copy = new ArrayList<>(list.size() + 1);
        boolean placed = false;
        for (T other : list) {
            int order = other.name().compareTo(element.name());
            if (!placed && order >= 0) {
                copy.add(element);
                placed = true;
            }
            if (order != 0) {
                copy.add(other);
            }
        }
        if (!placed) {
            copy.add(element);
        }
        return List.copyOf(copy);
    }

    /**
     * The list without the element of that name.
     *
     * @param list a list sorted by name
     * @param name the name to leave out
     * @param <T> what the list holds
     * @return a new immutable list, or the same when there is none of that name
     */
    static <T extends Named> List<T> without(List<T> list, String name) {
        return find(list, name) == null
                ? list
                : list.stream().filter(element -> !element.name().equals(name)).toList();
    }
}
