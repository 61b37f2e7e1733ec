package io.leadlifecycle.routing;

import io.leadlifecycle.calendar.BusinessCalendar;
import java.time.Instant;

/**
 * What somebody has had of a pool.
 *
 * @param pass how far ahead of the latest draw the person is, 0 to {@link #WHOLE}; the smallest is next
 * @param draw the number of the person's latest draw, from 1
 * @param day what was drawn in the latest business day
 * @param week what was drawn in the latest business week
 */
record Turn(long pass, long draw, Count day, Count week) {
    /** The step of a member of weight 1; divided by the weight it is that of any other. */
    static final long WHOLE = 1_000_000_000_000L;

    /**
     * Draws in a period. Kept for both periods and without a cap too: a cap that is set at noon counts the morning.
     *
     * @param since when the period begins
     * @param leads how many, 1 or more
     */
    record Count(Instant since, long leads) {
        /** What counts at an instant of the period; time never goes back, so an earlier one counts to the latest. */
        long leadsIn(Instant period) {
            return period.isAfter(since) ? 0 : leads;
        }

        Count oneMoreIn(Instant period) {
            return period.isAfter(since) ? new Count(period, 1) : new Count(since, leads + 1);
        }

        static Count firstIn(Instant period) {
            return new Count(period, 1);
        }
    }

    static Turn first(long step, long draw, BusinessCalendar calendar, Instant at) {
        return new Turn(
                step,
                draw,
                Count.firstIn(start(Cap.Period.DAY, calendar, at)),
                Count.firstIn(start(Cap.Period.WEEK, calendar, at)));
    }

    Turn next(long step, long number, BusinessCalendar calendar, Instant at) {
        return new Turn(
                step,
                number,
                day.oneMoreIn(start(Cap.Period.DAY, calendar, at)),
                week.oneMoreIn(start(Cap.Period.WEEK, calendar, at)));
    }

    private static Instant start(Cap.Period period, BusinessCalendar calendar, Instant at) {
        return period.of(calendar, at).startInclusive();
    }

    /** The same when the pool has come so far; who was passed is next and does not catch up. */
    Turn after(long progress) {
        return new Turn(Math.max(0, pass - progress), draw, day, week);
    }

    Count count(Cap.Period period) {
        return period == Cap.Period.DAY ? day : week;
    }

    /** Whether the cap lets nobody draw then. */
    boolean hasReached(Cap cap, BusinessCalendar calendar, Instant at) {
        return count(cap.per()).leadsIn(start(cap.per(), calendar, at)) >= cap.leads();
    }

    /** When the period ends that a draw at this instant would count to. */
    Instant endOf(Cap.Period period, BusinessCalendar calendar, Instant at) {
        Instant since = count(period).since();
        return period.of(calendar, since.isAfter(at) ? since : at).endExclusive();
    }

    /** The step of a member, rounded to the nearest. */
    static long step(int weight) {
        return (2 * WHOLE + weight) / (2L * weight);
    }
}
