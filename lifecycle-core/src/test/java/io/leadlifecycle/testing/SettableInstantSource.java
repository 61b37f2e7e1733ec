package io.leadlifecycle.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is set. Thread-safe.
 *
 * <pre>{@code
 * SettableInstantSource clock = new SettableInstantSource(monday9);
 * LifecycleEngine engine = LifecycleEngine.builder(book).recordingClock(clock).build();
 * clock.advance(Duration.ofHours(4));
 * }</pre>
 */
public final class SettableInstantSource implements InstantSource {
    private final AtomicReference<Instant> now;

    /**
     * A clock.
     *
     * @param start what it shows at first
     */
    public SettableInstantSource(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Shows another instant, also an earlier one.
     *
     * @param instant what it shows from now on
     */
    public void set(Instant instant) {
        now.set(instant);
    }

    /**
     * Shows a later instant.
     *
     * @param by how much later
     */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
