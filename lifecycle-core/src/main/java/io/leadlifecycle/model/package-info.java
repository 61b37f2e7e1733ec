/**
 * The lead as a value. The door is {@link io.leadlifecycle.model.Lead}; everything else is a part of it. All types are
 * immutable and safe to share between threads; they change by {@code io.leadlifecycle.journal.Change} only.
 */
@NullMarked
package io.leadlifecycle.model;

import org.jspecify.annotations.NullMarked;
