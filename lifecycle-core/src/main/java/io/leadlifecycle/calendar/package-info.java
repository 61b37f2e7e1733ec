/**
 * Business time: when a budget of open hours is used up, and where the time went.
 *
 * <p>The door is {@link io.leadlifecycle.calendar.BusinessCalendar}; {@link io.leadlifecycle.calendar.TimeBudget} is an
 * amount of business or calendar time in words ("4 business hours"), {@link io.leadlifecycle.calendar.Ledger} the
 * account of a span. {@link io.leadlifecycle.calendar.PublicHolidays} is for whoever knows the holidays of a country, and
 * is found on the class path. Nothing in here reads a clock or the time zone of the machine.
 */
@NullMarked
package io.leadlifecycle.calendar;

import org.jspecify.annotations.NullMarked;
