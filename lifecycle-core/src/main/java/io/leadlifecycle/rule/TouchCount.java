package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.TouchHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a lead did something, narrowed down step by step. Counts are exact up to {@value TouchHistory#REMEMBERED},
 * then they mean "at least". Immutable.
 */
public final class TouchCount {
    private final LeadView view;
    private final @Nullable TouchHistory history;
    private final @Nullable Instant after;
    private final List<Instant> instants;

    TouchCount(LeadView view, @Nullable TouchHistory history, @Nullable Instant after) {
        this(view, history, after, history == null ? List.of() : history.instants());
    }

    private TouchCount(LeadView view, @Nullable TouchHistory history, @Nullable Instant after, List<Instant> instants) {
        this.view = view;
        this.history = history;
        this.after = after;
        this.instants = after == null
                ? instants
                : instants.stream().filter(at -> at.isAfter(after)).toList();
    }

    /**
     * Only those after the first touch of another kind; none when there is no such touch.
     *
     * @param kind the other kind
     * @return the narrowed count
     */
    public TouchCount sinceFirst(String kind) {
        Instant first = view.touches(kind).first();
        return first == null ? none() : new TouchCount(view, history, later(first), instants);
    }

    /**
     * Only those not longer ago than an amount of time.
     *
     * @param time how long ago at most, counted in the default calendar
     * @return the narrowed count
     */
    public TouchCount within(TimeBudget time) {
        BusinessCalendar calendar = view.defaultCalendar();
        List<Instant> recent = instants.stream()
                .filter(at -> !time.dueAfter(calendar, at).isBefore(view.now()))
                .toList();
        return new TouchCount(view, null, after, recent);
    }

    /**
     * Only the first of each day in the zone of the default calendar.
     *
     * @return the narrowed count
     */
    public TouchCount onDifferentDays() {
        List<Instant> days = instants.stream()
                .map(at -> at.atZone(view.defaultCalendar().zone()).toLocalDate())
                .distinct()
                .map(day -> day.atStartOfDay(view.defaultCalendar().zone()).toInstant())
                .toList();
        return new TouchCount(view, null, null, days);
    }

    /**
     * How many.
     *
     * @return the count
     */
    public int getCount() {
        return history != null && after == null ? history.count() : instants.size();
    }

    @Nullable
    Instant first() {
        if (history != null && after == null) {
            return history.first();
        }
        return instants.isEmpty() ? null : instants.get(0);
    }

    @Nullable
    Instant latest() {
        return instants.isEmpty() ? null : instants.get(instants.size() - 1);
    }

    private TouchCount none() {
        return new TouchCount(view, null, null, List.of());
    }

    private Instant later(Instant first) {
        return after == null || first.isAfter(after) ? first : after;
    }
}
