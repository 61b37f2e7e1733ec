package io.leadlifecycle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a rule asked for it: whom it means is found when it is told.
 *
 * @param rule the rule that asked
 * @param to who
 * @param cc who in copy
 * @param urgent whether it cannot wait
 * @param channels how to reach them, such as {@code email}
 * @param message what to say
 * @param clock the clock it is about, null when it is about none
 * @param percent the milestone that fell due, -1 for none
 */
public record Notice(
        String rule,
        Recipient to,
        List<Recipient> cc,
        boolean urgent,
        List<String> channels,
        String message,
        @Nullable String clock,
        int percent) {
    /** No milestone. */
    public static final int NO_MILESTONE = -1;

    /** Copies the lists. */
    public Notice {
        cc = List.copyOf(cc);
        channels = List.copyOf(channels);
    }
}
