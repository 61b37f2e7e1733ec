package io.leadlifecycle.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Sorted sets read as one, no further than somebody asks. Not thread-safe. */
final class InOrder<T extends Comparable<T>> implements Iterator<T> {
    private final PriorityQueue<Head<T>> heads;

    private record Head<T extends Comparable<T>>(T first, Iterator<T> rest) {}

    /** Over the elements of all sets, which are in natural order. */
    InOrder(Stream<SortedSet<T>> sorted) {
        this.heads = new PriorityQueue<>(Comparator.comparing(Head::first));
        sorted.forEach(set -> put(set.iterator()));
    }

    private void put(Iterator<T> rest) {
        if (rest.hasNext()) {
            heads.add(new Head<>(rest.next(), rest));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T> head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException("All sets are read to their end.");
        }
        put(head.rest());
        return head.first();
    }
}
