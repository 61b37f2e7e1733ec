package io.leadlifecycle;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lead in order, leads in parallel: a lead's work is done under one of many locks, and what is to be told afterwards
 * is told outside it, in the same order.
 */
final class LeadLocks {
    private static final int STRIPES = 1 << 10;

    private final Stripe[] stripes = new Stripe[STRIPES];

    LeadLocks() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    Stripe of(String leadId) {
        return stripes[place(leadId)];
    }

    private static int place(String leadId) {
        int hash = leadId.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }

    /** Several leads at once: the locks are taken in the same order by everybody, so nobody waits in a circle. */
    <T> T locked(Collection<String> leadIds, Supplier<T> work) {
        int[] places =
                leadIds.stream().mapToInt(LeadLocks::place).sorted().distinct().toArray();
        return locked(places, 0, work);
    }

    private <T> T locked(int[] places, int from, Supplier<T> work) {
        return from == places.length ? work.get() : stripes[places[from]].locked(() -> locked(places, from + 1, work));
    }

    /** The leads of one lock. */
    static final class Stripe {
        private final ReentrantLock lock = new ReentrantLock();
        private final Queue<Runnable> untold = new ArrayDeque<>();
        private boolean telling;

        <T> T locked(Supplier<T> work) {
            lock.lock();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }

        /** Called under the lock. */
        void tellLater(Runnable message) {
            untold.add(message);
        }

        /** Called outside the lock; when somebody is telling already, he tells ours too. */
        void tell() {
            Runnable next = next(true);
            try {
                while (next != null) {
                    next.run();
                    next = next(false);
                }
            } finally {
                if (next != null) {
                    letOthersTell();
                }
            }
        }

        private void letOthersTell() {
            lock.lock();
            try {
                telling = false;
            } finally {
                lock.unlock();
            }
        }

        private @Nullable Runnable next(boolean first) {
            lock.lock();
            try {
                if (first && telling) {
                    return null;
                }
                Runnable message = untold.poll();
                telling = message != null;
                return message;
            } finally {
                lock.unlock();
            }
        }
    }
}
