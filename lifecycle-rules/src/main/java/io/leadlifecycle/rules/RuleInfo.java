package io.leadlifecycle.rules;

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
 */
public record RuleInfo(String id, String name, String file, int line, String owner, String status, String source) {}
