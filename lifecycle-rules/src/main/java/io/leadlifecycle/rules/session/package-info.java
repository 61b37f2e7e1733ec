/**
 * Rules at work: sessions that see one event after the other. The door is
 * {@link io.leadlifecycle.rules.session.SessionPool}.
 */
@NullMarked
package io.leadlifecycle.rules.session;

import org.jspecify.annotations.NullMarked;
