/**
 * Public holidays by the name of a country or region, read from jollyday where that is on the class path. The door is
 * {@link io.leadlifecycle.rules.holidays.JollydayHolidays}, which a calendar finds by itself.
 */
@NullMarked
package io.leadlifecycle.rules.holidays;

import org.jspecify.annotations.NullMarked;
