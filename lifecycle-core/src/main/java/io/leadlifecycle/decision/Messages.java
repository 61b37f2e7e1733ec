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
        Notice notice = new Notice(
                rule,
                tell.to(),
                tell.cc(),
                tell.urgent(),
                tell.channels(),
                tell.message() == null ? sentence(rule) : tell.message(),
                clock == null ? null : clock.name(),
                percent(fact, clock));
        if (clock == null) {
            send(draft, notice, List.of());
            return;
        }
        Instant opening = opening(clock, draft.now);
        boolean said = opening.isAfter(draft.now)
                ? heldAlready(draft, notice, clock, opening)
                : toldAlready(draft, notice, clock);
        if (said) {
            String why = "the notice about another clock names \"" + clock.name() + "\" too";
            draft.record(new RuleRecord(rule, List.of(tell), Ruling.MERGED, why));
        }
    }

    private static int percent(LeadEvent fact, @Nullable Clock clock) {
        return fact instanceof SlaReached reached
                        && clock != null
                        && reached.sla().equals(clock.name())
                ? reached.percent()
                : Notice.NO_MILESTONE;
    }

    /** Whom another notice of this instant is for may change until it is told, but then they change for both. */
    private boolean heldAlready(Draft draft, Notice notice, Clock clock, Instant opening) {
        Addressed to = addressed(notice, draft.lead());
        HeldNotice other = draft.lead().agenda().notices().held().stream()
                .filter(held -> notice.percent() != Notice.NO_MILESTONE)
                .filter(held -> held.heldAt().equals(draft.now) && held.dueAt().equals(opening))
                .filter(held -> !clock.name().equals(held.notice().clock()))
                .filter(held -> held.notice().percent() == notice.percent())
                .filter(held -> held.notice().urgent() == notice.urgent())
                .filter(held -> addressed(held.notice(), draft.lead()).equals(to))
                .findFirst()
                .orElse(null);
        if (other == null) {
            hold(draft, opening, draft.now, notice, List.of(clock.name()));
            return false;
        }
        draft.change(new AgendaChange.NoticeHeld(other.naming(clock.name())));
        return true;
    }

    private static void hold(Draft draft, Instant opening, Instant since, Notice notice, List<String> clocks) {
        int number = draft.lead().agenda().notices().count() + 1;
        draft.change(new AgendaChange.NoticeHeld(new HeldNotice(number, since, opening, notice, clocks)));
    }

    private boolean toldAlready(Draft draft, Notice notice, Clock clock) {
        if (notice.percent() == Notice.NO_MILESTONE) {
            send(draft, notice, List.of(clock.name()));
            return false;
        }
        List<String> clocks = namedWith(draft, clock, notice.percent());
        Addressed to = addressed(notice, draft.lead());
        Told now = new Told(draft.now, notice.percent(), to.to(), to.cc(), notice.urgent(), clocks);
        boolean known =
                draft.lead().agenda().notices().told().stream().anyMatch(before -> before.covers(now, clock.name()));
        if (!known) {
            draft.change(new AgendaChange.MilestoneTold(now));
            send(draft, notice, clocks);
        }
        return known;
    }

    /** The office opens: whom the notice means is found now. One that was parked may come up at night again. */
    void release(Draft draft, int number) {
        HeldNotice held = draft.lead().agenda().notices().held().stream()
                .filter(waiting -> waiting.number() == number)
                .findFirst()
                .orElseThrow();
        Instant opening = opening(first(draft.lead(), held), draft.now);
        draft.change(new AgendaChange.NoticeLetGo(number));
        if (opening.isAfter(draft.now)) {
            hold(draft, opening, held.heldAt(), held.notice(), held.clocks());
        } else {
            send(draft, held.notice(), held.clocks());
        }
    }

    /** The clock counts in another calendar from now on, or its calendar was edited: what waits to be told of it waits for that office. */
    void moved(Draft draft, Clock clock) {
        for (HeldNotice held : draft.lead().agenda().notices().held()) {
            boolean waits =
                    held.clocks().get(0).equals(clock.name()) && held.dueAt().isAfter(draft.now);
            Instant opening = waits ? opening(clock, draft.now) : held.dueAt();
            if (!opening.equals(held.dueAt())) {
                draft.change(new AgendaChange.NoticeHeld(held.until(opening)));
            }
        }
    }

    private static Clock first(Lead lead, HeldNotice held) {
        return lead.clock(held.clocks().get(0)).orElseThrow();
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

    /** The clock, and those whose turn comes after: some rule hears that they reach the same milestone now. */
    private List<String> namedWith(Draft draft, Clock clock, int percent) {
        List<String> names = new ArrayList<>(List.of(clock.name()));
        draft.lead().clocks().stream()
                .filter(other -> !other.name().equals(clock.name()))
                .filter(other -> other.pending().stream()
                        .anyMatch(m -> m.percent() == percent && !m.dueAt().isAfter(draft.now)))
                .filter(other -> context.book.milestones(other.name()).contains(percent))
                .filter(other -> opening(other, draft.now).equals(draft.now))
                .forEach(other -> names.add(other.name()));
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
        String named = about == null && fact instanceof SlaReached reached ? reached.sla() : about;
        if (named != null) {
            Clock clock = Named.find(clocks, named);
            return clock != null && clock.isOpen() ? clock : null;
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
