/**
 * Events, leads and journal entries as JSON. The doors are {@link io.leadlifecycle.json.EventJson} and
 * {@link io.leadlifecycle.json.LeadJson}.
 */
@NullMarked
package io.leadlifecycle.json;

import org.jspecify.annotations.NullMarked;
