package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;

/** Finds a calendar by its version, also one that an edit has replaced since a clock began to count in it. */
@FunctionalInterface
public interface CalendarVersions {
    /**
     * The calendar of a version.
     *
     * @param version the content hash
     * @return the calendar
     * @throws IllegalStateException if nobody kept that version
     */
    BusinessCalendar calendar(String version);
}
