package io.leadlifecycle.action;

import java.time.Instant;
import java.util.List;
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
     * @param to the persons told, by name, at least one
     * @param cc the persons in copy
     * @param urgent whether it cannot wait
     * @param message what to say
     * @param clock the clock it is about, null when it is about none
     * @param dueAt when that clock is due
     * @param fallback whether the recipients resolved to nobody, so that the fallback person is told instead
     */
    record Tell(
            String id,
            String leadId,
            String rule,
            List<String> to,
            List<String> cc,
            boolean urgent,
            String message,
            @Nullable String clock,
            @Nullable Instant dueAt,
            boolean fallback)
            implements Effect {
        /** Copies the lists. */
        public Tell {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
        }

        @Override
        public String toString() {
            return "tell " + String.join(", ", to) + (cc.isEmpty() ? "" : " (cc " + String.join(", ", cc) + ")")
                    + (urgent ? " urgently" : "") + (fallback ? " as nobody else is there" : "") + ": " + message
                    + (dueAt == null ? "" : ", due " + dueAt);
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
