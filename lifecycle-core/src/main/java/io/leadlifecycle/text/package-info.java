/**
 * What every package says in the same way. The doors are {@link io.leadlifecycle.text.Hash}, the version of a content,
 * and {@link io.leadlifecycle.text.Suggestion}, the "Maybe" of an error message. It needs no other package.
 */
@NullMarked
package io.leadlifecycle.text;

import org.jspecify.annotations.NullMarked;
