package io.leadlifecycle.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages about the clocks of one lead: those that wait for the next opening, and those of the latest instant. Immutable.
 *
 * @param held what waits, by number
 * @param count how many were ever held
 * @param told what was told at once at the latest instant that something was told of a milestone so
 */
public record Notices(List<HeldNotice> held, int count, List<Told> told) {
    /** Nothing held and nothing told. */
    public static final Notices NONE = new Notices(List.of(), 0, List.of());

    /** Copies the lists. */
    public Notices {
        held = List.copyOf(held);
        told = List.copyOf(told);
    }

    /**
     * With one that waits, in the place of the one of its number.
     *
     * @param notice the notice
     * @return the new notices
     */
    public Notices holding(HeldNotice notice) {
        List<HeldNotice> then = Stream.concat(
                        held.stream().filter(h -> h.number() != notice.number()), Stream.of(notice))
                .sorted(Comparator.comparingInt(HeldNotice::number))
                .toList();
        return new Notices(then, Math.max(count, notice.number()), told);
    }

    /**
     * Without one that waits.
     *
     * @param number its number
     * @return the new notices
     */
    public Notices lettingGo(int number) {
        return new Notices(held.stream().filter(h -> h.number() != number).toList(), count, told);
    }

    /**
     * With one more that was told; those of earlier instants are forgotten.
     *
     * @param what who was told of what
     * @return the new notices
     */
    public Notices telling(Told what) {
        Stream<Told> now = told.stream().filter(before -> before.at().equals(what.at()));
        return new Notices(held, count, Stream.concat(now, Stream.of(what)).toList());
    }

    /** A clock has ended: nobody is told of it any more. */
    Notices without(String clock) {
        if (held.stream().noneMatch(h -> h.clocks().contains(clock))) {
            return this;
        }
        List<HeldNotice> rest = held.stream()
                .map(h -> without(h, clock))
                .filter(h -> !h.clocks().isEmpty())
                .toList();
        return new Notices(rest, count, told);
    }

    private static HeldNotice without(HeldNotice held, String clock) {
        List<String> rest =
                held.clocks().stream().filter(name -> !name.equals(clock)).toList();
        return new HeldNotice(held.number(), held.heldAt(), held.dueAt(), held.notice(), rest);
    }
}
