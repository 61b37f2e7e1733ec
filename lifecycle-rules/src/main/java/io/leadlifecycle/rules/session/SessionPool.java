package io.leadlifecycle.rules.session;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rules.RuleInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The sessions of one rule book: each sees one event at a time, and an idle one is used again. At most
 * {@value #MOST_IDLE} stay idle. Thread-safe.
 */
public final class SessionPool implements AutoCloseable {
    /** How many sessions are kept for later. */
    public static final int MOST_IDLE = 64;

    private final KieBase base;
    private final Map<String, RuleInfo> rules;
    private final FailureText failures;
    private final ConcurrentLinkedQueue<RuleSession> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private volatile boolean closed;

    /**
     * A pool without sessions yet.
     *
     * @param base the compiled rules
     * @param rules what the rules say about themselves, by id
     */
    public SessionPool(KieBase base, Map<String, RuleInfo> rules) {
        this.base = base;
        this.rules = Map.copyOf(rules);
        this.failures = new FailureText(this.rules);
    }

    /**
     * Lets the rules see one event.
     *
     * @param event the event
     * @param lead the lead
     * @throws RuleFailedException naming the rule, if one fails
     * @throws IllegalStateException when the book is closed
     */
    public void decide(LeadEvent event, RuleLead lead) {
        RuleSession session = borrowed();
        boolean whole = false;
        try {
            session.decide(event, lead);
            whole = true;
        } catch (RuntimeException | StackOverflowError e) {
            throw failures.of(e, session.firing(), event, lead.getId());
        } finally {
            if (whole) {
                giveBack(session);
            } else {
                // What else matched is still on its agenda and would fire for the next lead.
                session.dispose();
            }
        }
    }

    private RuleSession borrowed() {
        if (closed) {
            throw new IllegalStateException("The rule book is closed and decides no more.");
        }
        @Nullable RuleSession session = idle.poll();
        if (session == null) {
            return new RuleSession(base.newKieSession(), rules);
        }
        idleCount.decrementAndGet();
        return session;
    }

    private void giveBack(RuleSession session) {
        if (closed || idleCount.incrementAndGet() > MOST_IDLE) {
            idleCount.decrementAndGet();
            session.dispose();
            return;
        }
        idle.add(session);
        if (closed) {
            disposeIdle();
        }
    }

    private void disposeIdle() {
        for (RuleSession session = idle.poll(); session != null; session = idle.poll()) {
            idleCount.decrementAndGet();
            session.dispose();
        }
    }

    /** Ends every session; one at work ends when its event is done. Harmless when called again. */
    @Override
    public void close() {
        closed = true;
        disposeIdle();
    }
}
