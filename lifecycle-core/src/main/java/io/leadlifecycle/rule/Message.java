package io.leadlifecycle.rule;

import io.leadlifecycle.model.Recipient;
import java.util.ArrayList;
import java.util.List;

/**
 * Says more about a message. Not thread-safe.
 *
 * <ul>
 *   <li>channels: {@link #CHANNELS}, since a mail alone is read too late (S3, what goes wrong)
 *   <li>clock: the one whose milestone fell due, or that the same rule started
 *   <li>text: the sentence of the rule
 * </ul>
 */
public final class Message {
    /** By mail. */
    public static final String EMAIL = "email";
    /** By the messaging app. */
    public static final String MESSAGE = "message";
    /** Both ways. */
    public static final List<String> CHANNELS = List.of(EMAIL, MESSAGE);

    private final Place place;
    private Proposal.Tell tell;

    Message(Place place, Proposal.Tell tell) {
        this.place = place;
        this.tell = tell;
    }

    /**
     * Puts somebody in copy.
     *
     * @param recipient who
     * @return to say more
     */
    public Message cc(Recipient recipient) {
        List<Recipient> copies = new ArrayList<>(tell.cc());
        copies.add(recipient);
        return with(new Proposal.Tell(tell.to(), copies, tell.urgent(), tell.channels(), tell.message(), tell.clock()));
    }

    /**
     * Cannot wait.
     *
     * @return to say more
     */
    public Message urgently() {
        return with(new Proposal.Tell(tell.to(), tell.cc(), true, tell.channels(), tell.message(), tell.clock()));
    }

    /**
     * By mail only.
     *
     * @return to say more
     */
    public Message byEmail() {
        return by(EMAIL);
    }

    /**
     * By the messaging app only.
     *
     * @return to say more
     */
    public Message byMessage() {
        return by(MESSAGE);
    }

    private Message by(String channel) {
        return with(
                new Proposal.Tell(tell.to(), tell.cc(), tell.urgent(), List.of(channel), tell.message(), tell.clock()));
    }

    /**
     * Says which clock it is about: the message names it and when it is due, and waits for the opening if that clock
     * counts business time.
     *
     * @param clock the clock
     * @return to say more
     */
    public Message about(String clock) {
        return with(new Proposal.Tell(tell.to(), tell.cc(), tell.urgent(), tell.channels(), tell.message(), clock));
    }

    /**
     * Says something else than the sentence of the rule.
     *
     * @param text the message
     * @return to say more
     */
    public Message because(String text) {
        return with(new Proposal.Tell(tell.to(), tell.cc(), tell.urgent(), tell.channels(), text, tell.clock()));
    }

    private Message with(Proposal.Tell then) {
        tell = then;
        place.put(then);
        return this;
    }
}
