/**
 * How {@code lifecycle.yaml} is read: text, nodes that know their place, sections with their keys. No door of its own;
 * use {@link io.leadlifecycle.definition.LifecycleYaml}.
 */
@NullMarked
package io.leadlifecycle.definition.yaml;

import org.jspecify.annotations.NullMarked;
