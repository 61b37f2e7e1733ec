/**
 * What a lifecycle allows: stages, paths, reasons, kinds of touch, calendars. The door is
 * {@link io.leadlifecycle.definition.Lifecycle}, built in Java or read from {@code lifecycle.yaml} by
 * {@link io.leadlifecycle.definition.LifecycleYaml}.
 */
@NullMarked
package io.leadlifecycle.definition;

import org.jspecify.annotations.NullMarked;
