package io.leadlifecycle.routing;

import io.leadlifecycle.model.Profile;
import java.util.List;

/**
 * A part of the market and the team that works it. A lead belongs to the first territory whose every requirement its
 * profile meets; a field that is not known meets none.
 *
 * <pre>{@code
 * Requirement germanSpeaking = new Requirement("country", List.of("DE", "AT", "CH"));
 * Territory dach = new Territory("DACH", List.of(germanSpeaking), "inside sales");
 * Territory rest = new Territory("rest of the world", List.of(), "inside sales");
 * }</pre>
 *
 * <p>Immutable and thread-safe; no parameter may be null.
 *
 * @param name the territory, not blank
 * @param requirements what the profile must say, all of it; none takes every lead
 * @param team the team of the directory that gets its leads
 */
public record Territory(String name, List<Requirement> requirements, String team) {
    /**
     * What one profile field must say.
     *
     * @param field the profile field, not blank
     * @param values the values that meet it, at least one; compared as text, small and capital letters alike
     */
    public record Requirement(String field, List<String> values) {
        /** Copies the list; refuses a blank field and an empty list. */
        public Requirement {
            values = List.copyOf(values);
            if (field.isBlank() || values.isEmpty()) {
                throw new IllegalArgumentException("A requirement of a territory needs a profile field and at least one"
                        + " value; it has the field \"" + field + "\" and the values " + values + ".");
            }
        }

        private boolean isMetBy(Profile profile) {
            String known = profile.text(field);
            return known != null && values.stream().anyMatch(known::equalsIgnoreCase);
        }
    }

    /** Copies the list; refuses a blank name. */
    public Territory {
        requirements = List.copyOf(requirements);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A territory needs a name.");
        }
    }

    /**
     * Whether a lead belongs here, unless an earlier territory takes it.
     *
     * @param profile what is known of the lead
     * @return true when every requirement is met
     */
    public boolean covers(Profile profile) {
        return requirements.stream().allMatch(requirement -> requirement.isMetBy(profile));
    }
}
