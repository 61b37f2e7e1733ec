package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Finds the calendars of today, for a clock of one lead that is counted anew after an edit. */
public interface PresentCalendars extends CalendarVersions {
    /**
     * Whether a calendar of today has that version.
     *
     * @param version the content hash
     * @return false for one that was edited or dropped since
     */
    boolean has(String version);

    /**
     * The calendar that the lead counts in.
     *
     * @return that of its owner
     */
    BusinessCalendar ofLead();

    /**
     * The calendar of who owned the lead at some time.
     *
     * @param owner who it was, null when that is not known
     * @return the calendar that this person works in today; {@link #ofLead} when it is not known who that is
     */
    BusinessCalendar of(@Nullable ClockOwner owner);
}
