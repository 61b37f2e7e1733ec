package io.leadlifecycle.rules;

import java.util.List;

/**
 * What a rule says about itself.
 *
 * @param id the first word of its name, such as {@code MQL-01}
 * @param name the whole name; the journal prints it
 * @param file the file it stands in
 * @param line the line its name stands on
 * @param owner who answers for it, empty when not said
 * @param status {@code ASSUMED} or {@code CONFIRMED} with a date, empty when not said
 * @param source where it comes from, empty when not said
 * @param event the event it matches
 * @param conditions what it asks, as written, in order
 * @param proposals what it wants, as written, in order
 */
public record RuleInfo(
        String id,
        String name,
        String file,
        int line,
        String owner,
        String status,
        String source,
        String event,
        List<String> conditions,
        List<String> proposals) {
    /** Copies the lists. */
    public RuleInfo {
        conditions = List.copyOf(conditions);
        proposals = List.copyOf(proposals);
    }
}
