package io.leadlifecycle.action;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something the host carries out after the entry is stored. Its id is stable: a repeated event answers with the same
 * ids, so a host that remembers them carries out each effect once. Immutable.
 */
public sealed interface Effect {
    /**
     * The stable id.
     *
     * @return such as {@code L-1/e-17!1}
     */
    String id();

    /**
     * The lead it is about.
     *
     * @return the lead's id
     */
    String leadId();

    /**
     * The rule that asked for it.
     *
     * @return the rule's name
     */
    String rule();

    /**
     * A message to people.
     *
     * @param id the stable id
     * @param leadId the lead
     * @param rule the rule that asked
     * @param at the instant of the step
     * @param to the persons told, by name, at least one
     * @param cc the persons in copy
     * @param urgent whether it cannot wait
     * @param channels how to reach them: {@code email}, {@code message} (the messaging app)
     * @param message what to say
     * @param about what they need to know of the lead
     * @param fallback whether the recipients resolved to nobody, so that the fallback person is told instead
     */
    record Tell(
            String id,
            String leadId,
            String rule,
            Instant at,
            List<String> to,
            List<String> cc,
            boolean urgent,
            List<String> channels,
            String message,
            About about,
            boolean fallback)
            implements Effect {
        /** Copies the lists. */
        public Tell {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            channels = List.copyOf(channels);
        }

        /**
         * The clock it is about.
         *
         * @return its name, null when it is about none
         */
        public @Nullable String clock() {
            return about.clocks().isEmpty() ? null : about.clocks().get(0).clock();
        }

        /**
         * When that clock is due.
         *
         * @return null when it is about none, or while that one is paused
         */
        public @Nullable Instant dueAt() {
            return about.clocks().isEmpty() ? null : about.clocks().get(0).dueAt();
        }

        @Override
        public String toString() {
            return "tell " + String.join(", ", to) + (cc.isEmpty() ? "" : " (cc " + String.join(", ", cc) + ")")
                    + (urgent ? " urgently" : "") + (fallback ? " as nobody else is there" : "") + ": " + message
                    + about;
        }
    }

    /**
     * What people need to know of a lead besides the message.
     *
     * @param who the title and the company, null when neither is known
     * @param why why it qualified, null before
     * @param clocks the clocks the message is about, the one it came up for first; often none
     */
    record About(@Nullable String who, @Nullable String why, List<Deadline> clocks) {
        /** Copies the list. */
        public About {
            clocks = List.copyOf(clocks);
        }

        @Override
        public String toString() {
            return clocks.isEmpty()
                    ? ""
                    : ", " + clocks.stream().map(Deadline::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * When a clock is due.
     *
     * @param clock the clock
     * @param dueAt when, null while it is paused
     */
    record Deadline(String clock, @Nullable Instant dueAt) {
        @Override
        public String toString() {
            return clock + (dueAt == null ? " paused" : " due " + dueAt);
        }
    }

    /**
     * A rule gave the lead to somebody.
     *
     * @param id the stable id
     * @param leadId the lead
     * @param rule the rule that asked
     * @param owner the owner from now on, null when the lead was released
     * @param previousOwner who owned it before, null when nobody did
     */
    record Assign(
            String id,
            String leadId,
            String rule,
            @Nullable String owner,
            @Nullable String previousOwner) implements Effect {
        @Override
        public String toString() {
            return owner == null ? "release from " + previousOwner : "assign to " + owner;
        }
    }

    /**
     * The lead starts a re-engagement sequence.
     *
     * @param id the stable id
     * @param leadId the lead
     * @param rule the rule that asked
     * @param sequence the sequence
     */
    record Enroll(String id, String leadId, String rule, String sequence) implements Effect {
        @Override
        public String toString() {
            return "enroll in " + sequence;
        }
    }
}
