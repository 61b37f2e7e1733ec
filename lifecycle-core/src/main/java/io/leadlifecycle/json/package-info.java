/**
 * Events, leads and journal entries as JSON. The doors are {@link io.leadlifecycle.json.EventReader} for what comes in,
 * {@link io.leadlifecycle.json.JournalJson} and {@link io.leadlifecycle.json.LeadJson} for what is kept,
 * {@link io.leadlifecycle.json.LeadLine} for what is reported and {@link io.leadlifecycle.json.EventJson} for one event.
 */
@NullMarked
package io.leadlifecycle.json;

import org.jspecify.annotations.NullMarked;
