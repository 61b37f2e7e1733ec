package io.leadlifecycle.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notices of one kind to one person that came up within a short time: a host sends one message for all of them. The kind is
 * the rule that asked, whether it is urgent, and whether the person is told or reads along.
 *
 * <pre>{@code
 * List<Effect.Tell> tells = ...;                       // what outcomes of the last minutes asked for
 * for (NoticeBundle bundle : NoticeBundle.of(tells)) {
 *     mail(bundle.person(), bundle.notices());         // "3 leads: half of the time has passed"
 * }
 * }</pre>
 *
 * <ul>
 *   <li>window: {@link #WINDOW}, counted from the first notice of a bundle, its end included
 * </ul>
 *
 * <p>Nothing is lost: every notice is in exactly one bundle of each person it names. Immutable, thread-safe.
 *
 * @param person who is told
 * @param copy whether the person reads along only
 * @param rule the rule that asked
 * @param urgent whether it cannot wait
 * @param notices the notices by instant, then lead, at least one
 */
public record NoticeBundle(String person, boolean copy, String rule, boolean urgent, List<Effect.Tell> notices) {
    /** How long a bundle is open after its first notice (ours). */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Comparator<Effect.Tell> BY_INSTANT = Comparator.comparing(Effect.Tell::at)
            .thenComparing(Effect.Tell::leadId)
            .thenComparing(Effect.Tell::id);
    private static final Comparator<NoticeBundle> ORDER = Comparator.comparing(NoticeBundle::firstAt)
            .thenComparing(NoticeBundle::person)
            .thenComparing(NoticeBundle::rule)
            .thenComparing(NoticeBundle::urgent)
            .thenComparing(NoticeBundle::copy);

    /** Copies the list; refuses an empty one. */
    public NoticeBundle {
        notices = List.copyOf(notices);
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("A bundle for \"" + person + "\" needs at least one notice.");
        }
    }

    /** Who is told what in which way. */
    private record Kind(String person, boolean copy, String rule, boolean urgent) implements Comparable<Kind> {
        private static final Comparator<Kind> BY_PERSON = Comparator.comparing(Kind::person)
                .thenComparing(Kind::copy)
                .thenComparing(Kind::rule)
                .thenComparing(Kind::urgent);

        @Override
        public int compareTo(Kind other) {
            return BY_PERSON.compare(this, other);
        }
    }

    /**
     * Bundles notices within {@link #WINDOW}.
     *
     * @param notices the notices in any order
     * @return the bundles by the instant of their first notice, then person and rule
     */
    public static List<NoticeBundle> of(Collection<Effect.Tell> notices) {
        return of(notices, WINDOW);
    }

    /**
     * Bundles notices.
     *
     * @param notices the notices in any order
     * @param window how long a bundle is open after its first notice; zero bundles those of one instant
     * @return the bundles by the instant of their first notice, then person and rule
     * @throws IllegalArgumentException if the window is negative
     */
    public static List<NoticeBundle> of(Collection<Effect.Tell> notices, Duration window) {
        if (window.isNegative()) {
            throw new IllegalArgumentException(
                    "Notices are bundled within a time of zero or more, not " + window + ".");
        }
        Map<Kind, List<Effect.Tell>> byKind = new TreeMap<>();
        notices.stream().sorted(BY_INSTANT).forEach(tell -> {
            tell.to().forEach(person -> add(byKind, person, false, tell));
            tell.cc().forEach(person -> add(byKind, person, true, tell));
        });
        List<NoticeBundle> bundles = new ArrayList<>();
        byKind.forEach((kind, all) -> bundles.addAll(cut(kind, all, window)));
        bundles.sort(ORDER);
        return List.copyOf(bundles);
    }

    private static void add(Map<Kind, List<Effect.Tell>> byKind, String person, boolean copy, Effect.Tell tell) {
        byKind.computeIfAbsent(new Kind(person, copy, tell.rule(), tell.urgent()), fresh -> new ArrayList<>())
                .add(tell);
    }

    private static List<NoticeBundle> cut(Kind kind, List<Effect.Tell> all, Duration window) {
        List<NoticeBundle> bundles = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= all.size(); i++) {
            Instant open = all.get(begin).at().plus(window);
            if (i == all.size() || all.get(i).at().isAfter(open)) {
                bundles.add(new NoticeBundle(
                        kind.person(), kind.copy(), kind.rule(), kind.urgent(), all.subList(begin, i)));
                begin = i;
            }
        }
        return bundles;
    }

    /**
     * When the first of them came up.
     *
     * @return the instant
     */
    public Instant firstAt() {
        return notices.get(0).at();
    }
}
