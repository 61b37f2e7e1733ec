package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.HeldNotice;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Notice;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.Told;
import io.leadlifecycle.rule.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people. A notice about a clock in business time waits for the next opening; of clocks that reach the same
 * milestone at one instant one notice names all.
 */
final class Messages {
    private final Context context;
    private final Recipients recipients;

    Messages(Context context) {
        this.context = context;
        this.recipients = new Recipients(context.directory);
    }

    /** Tells what a rule wants told, or holds it until the office opens. */
    void tell(Draft draft, LeadEvent fact, String rule, Proposal.Tell tell) {
        Clock clock = clockOf(draft, fact, rule, tell.clock());
        int percent = fact instanceof SlaReached reached ? reached.percent() : Notice.NO_MILESTONE;
        Notice notice = new Notice(
                rule,
                tell.to(),
                tell.cc(),
                tell.urgent(),
                tell.channels(),
                tell.message() == null ? sentence(rule) : tell.message(),
                clock == null ? null : clock.name(),
                percent);
        List<String> clocks = clock == null ? List.of() : namedWith(draft, clock, percent);
        if (clock != null && percent != Notice.NO_MILESTONE) {
            Addressed to = addressed(notice, draft.lead());
            Told now = new Told(draft.now, percent, to.to(), to.cc(), notice.urgent(), clocks);
            boolean known = draft.lead().agenda().notices().told().stream()
                    .anyMatch(before -> before.covers(now, clock.name()));
            if (known) {
                String why = "the notice about another clock names \"" + clock.name() + "\" too";
                draft.record(new RuleRecord(rule, List.of(tell), Ruling.MERGED, why));
                return;
            }
            draft.change(new AgendaChange.MilestoneTold(now));
        }
        Instant opening = clock == null ? draft.now : opening(clock, draft.now);
        if (opening.isAfter(draft.now)) {
            int number = draft.lead().agenda().notices().count() + 1;
            draft.change(new AgendaChange.NoticeHeld(new HeldNotice(number, opening, notice, clocks)));
        } else {
            send(draft, notice, clocks);
        }
    }

    /** The office opens: whom the notice means is found now. */
    void release(Draft draft, int number) {
        HeldNotice held = draft.lead().agenda().notices().held().stream()
                .filter(waiting -> waiting.number() == number)
                .findFirst()
                .orElseThrow();
        draft.change(new AgendaChange.NoticeLetGo(number));
        send(draft, held.notice(), held.clocks());
    }

    private void send(Draft draft, Notice notice, List<String> clocks) {
        Lead lead = draft.lead();
        Addressed to = addressed(notice, lead);
        List<Effect.Deadline> deadlines = clocks.stream()
                .flatMap(name -> lead.clock(name).stream())
                .map(clock -> new Effect.Deadline(clock.name(), clock.dueAt()))
                .toList();
        Effect.About about =
                new Effect.About(who(lead.profile()), lead.qualification().because(), deadlines);
        draft.effect(id -> new Effect.Tell(
                id,
                lead.id(),
                notice.rule(),
                draft.now,
                to.to(),
                to.cc(),
                notice.urgent(),
                notice.channels(),
                notice.message(),
                about,
                to.fallback()));
    }

    private record Addressed(List<String> to, List<String> cc, boolean fallback) {}

    private Addressed addressed(Notice notice, Lead lead) {
        List<String> found = recipients.resolve(notice.to(), lead);
        List<String> to = found.isEmpty() ? List.of(context.directory.fallback().name()) : found;
        List<String> cc = notice.cc().stream()
                .flatMap(recipient -> recipients.resolve(recipient, lead).stream())
                .filter(name -> !to.contains(name))
                .distinct()
                .toList();
        return new Addressed(to, cc, found.isEmpty());
    }

    private static @Nullable String who(Profile profile) {
        String known = Stream.of("title", "company")
                .map(profile::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? null : known;
    }

    /** The clock, and those that reach the same milestone now and whose turn comes after. */
    private static List<String> namedWith(Draft draft, Clock clock, int percent) {
        List<String> names = new ArrayList<>(List.of(clock.name()));
        if (percent != Notice.NO_MILESTONE) {
            draft.lead().clocks().stream()
                    .filter(other -> !other.name().equals(clock.name()))
                    .filter(other -> other.pending().stream()
                            .anyMatch(m -> m.percent() == percent && !m.dueAt().isAfter(draft.now)))
                    .forEach(other -> names.add(other.name()));
        }
        return names;
    }

    /** When people may be told of a clock: at once, unless it counts business time and the office is closed. */
    private Instant opening(Clock clock, Instant now) {
        if (!clock.target().isBusiness() || clock.target().amount() == 0) {
            return now;
        }
        BusinessCalendar calendar = context.calendar(clock.calendar());
        boolean open = calendar.isOpen(now) || calendar.isOpen(now.minusMillis(1));
        return open ? now : calendar.nextOpen(now);
    }

    private static @Nullable Clock clockOf(Draft draft, LeadEvent fact, String rule, @Nullable String about) {
        List<Clock> clocks = draft.lead().clocks();
        if (about != null) {
            Clock clock = Named.find(clocks, about);
            return clock != null && clock.isOpen() ? clock : null;
        }
        if (fact instanceof SlaReached reached) {
            return Named.find(clocks, reached.sla());
        }
        return clocks.stream()
                .filter(clock -> clock.state() == ClockState.RUNNING
                        && clock.rule().equals(rule)
                        && clock.stage().equals(draft.lead().stage()))
                .findFirst()
                .orElse(null);
    }

    private static String sentence(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(space + 1);
    }

    /** Whether a message goes to persons that can be found without a draw. */
    static boolean canBeTold(@Nullable Recipient recipient) {
        return recipient != null && !recipient.isUnnamed() && !recipient.isDrawn();
    }
}
