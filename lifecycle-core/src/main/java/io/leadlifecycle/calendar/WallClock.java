package io.leadlifecycle.calendar;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The wall clock of a zone between two instants: which epoch second a local second is.
 *
 * <p>It answers as {@code ZonedDateTime.of} does, without its objects: a local time in a gap moves forward by the gap,
 * one in an overlap has the earlier offset. Both are the offset before the change, until the wall clock has left the
 * change behind.
 */
final class WallClock {

    private final int firstOffset;
    private final long[] leftBehindAt;
    private final int[] offsetFromThen;

    private WallClock(int firstOffset, List<ZoneOffsetTransition> changes) {
        this.firstOffset = firstOffset;
        this.leftBehindAt = changes.stream().mapToLong(WallClock::leftBehindAt).toArray();
        this.offsetFromThen = changes.stream()
                .mapToInt(change -> change.getOffsetAfter().getTotalSeconds())
                .toArray();
    }

    static WallClock between(ZoneRules rules, long firstEpochSecond, long lastEpochSecond) {
        Instant first = Instant.ofEpochSecond(firstEpochSecond);
        Instant last = Instant.ofEpochSecond(lastEpochSecond);
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(first);
        while (change != null && !change.getInstant().isAfter(last)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return new WallClock(rules.getOffset(first).getTotalSeconds(), changes);
    }

    private static long leftBehindAt(ZoneOffsetTransition change) {
        int later = Math.max(
                change.getOffsetBefore().getTotalSeconds(),
                change.getOffsetAfter().getTotalSeconds());
        return change.toEpochSecond() + later;
    }

    boolean isSteady() {
        return leftBehindAt.length == 0;
    }

    long epochSecondOf(long localSecond) {
        for (int i = leftBehindAt.length - 1; i >= 0; i--) {
            if (localSecond >= leftBehindAt[i]) {
                return localSecond - offsetFromThen[i];
            }
        }
        return localSecond - firstOffset;
    }
}
