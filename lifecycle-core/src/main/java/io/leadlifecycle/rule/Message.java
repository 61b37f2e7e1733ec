package io.leadlifecycle.rule;

import java.util.ArrayList;
import java.util.List;

/** Says more about a message. Not thread-safe. */
public final class Message {
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
        return with(new Proposal.Tell(tell.to(), copies, tell.urgent(), tell.message()));
    }

    /**
     * Cannot wait.
     *
     * @return to say more
     */
    public Message urgently() {
        return with(new Proposal.Tell(tell.to(), tell.cc(), true, tell.message()));
    }

    /**
     * Says something else than the sentence of the rule.
     *
     * @param text the message
     * @return to say more
     */
    public Message because(String text) {
        return with(new Proposal.Tell(tell.to(), tell.cc(), tell.urgent(), text));
    }

    private Message with(Proposal.Tell then) {
        tell = then;
        place.put(then);
        return this;
    }
}
