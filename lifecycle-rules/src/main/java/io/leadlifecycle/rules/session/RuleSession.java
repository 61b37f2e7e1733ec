package io.leadlifecycle.rules.session;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rules.RuleInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** One session; holds no event between two decisions. Not thread-safe. */
final class RuleSession {
    private final KieSession session;
    private @Nullable RuleLead lead;
    private @Nullable RuleInfo firing;

    RuleSession(KieSession session, Map<String, RuleInfo> rules) {
        this.session = session;
        session.addEventListener(new Firing(rules));
    }

    void decide(LeadEvent event, RuleLead now) {
        if (lead != now) {
            session.setGlobal("lead", now);
            lead = now;
        }
        firing = null;
        FactHandle fact = session.insert(event);
        try {
            session.fireAllRules();
        } finally {
            session.delete(fact);
        }
    }

    /** The rule whose right side was being carried out when the session failed. */
    @Nullable
    RuleInfo firing() {
        return firing;
    }

    void dispose() {
        session.dispose();
    }

    private final class Firing extends DefaultAgendaEventListener {
        private final Map<String, RuleInfo> rules;

        Firing(Map<String, RuleInfo> rules) {
            this.rules = rules;
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            RuleInfo rule = rules.get(event.getMatch().getRule().getName());
            firing = rule;
            if (rule != null && lead != null) {
                lead.firing(rule.name());
            }
        }

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            firing = null;
            if (lead != null) {
                lead.fired();
            }
        }
    }
}
