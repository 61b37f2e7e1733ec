package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCancelled;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.MeetingCancelled;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.OpportunityReopened;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.StageKind;
import java.util.List;
import java.util.Map;

/** Plausible lives of a lead, so that the late stages are reached too. Chance alone would rarely qualify a lead. */
final class Plots {
    /** Who fits the shipped books: a software company of 200 whose VP Sales asks. */
    static final Map<String, Object> FITTING =
            Map.of("industry", "software", "employees", 200, "title", "VP Sales", "email", "vp@acme.example");

    /** What makes a lead fit. */
    static final Happening KNOWN = (id, lead, at) -> new ProfileUpdated(id, lead, at, FITTING);

    private final Happening demo;
    private final Happening download;
    private final Happening rejected;
    private final Happening lost;
    private final Happening lostForGood;
    private final Happening lostByHand;
    private final Happening discovered;
    private final Happening imported;

    private Plots(Lifecycle lifecycle) {
        demo = touch(lifecycle, "demo request");
        download = touch(lifecycle, "content download");
        String passing = reason(lifecycle, Disposition.RECYCLE);
        String damning = reason(lifecycle, Disposition.DISQUALIFY);
        rejected = (id, lead, at) -> new SalesRejected(id, lead, at, passing);
        lost = (id, lead, at) -> new OpportunityLost(id, lead, at, passing);
        lostForGood = (id, lead, at) -> new OpportunityLost(id, lead, at, damning);
        String end = lifecycle.stageOf(StageKind.LOST).orElse(lifecycle.first()).name();
        String open = reason(lifecycle, Disposition.CHOSEN);
        lostByHand = (id, lead, at) -> new StageChangeRequested(id, lead, at, end, open, "nobody knows yet", "ana");
        String method = lifecycle.checklistNames().stream().findFirst().orElse("BANT");
        List<String> items = lifecycle.checklist(method).map(Checklist::items).orElse(List.of());
        discovered = (id, lead, at) -> new DiscoveryCompleted(id, lead, at, method, items);
        String begins = lifecycle.first().name();
        String qualified = lifecycle.qualifyingStage().orElse(lifecycle.first()).name();
        imported = (id, lead, at) -> new LeadImported(
                        id, lead, at, qualified, Map.of(begins, Stamp.at(at.minusSeconds(86_400))))
                .ownedBy("ana")
                .knowing(FITTING);
    }

    static List<Plot> of(Lifecycle lifecycle) {
        return new Plots(lifecycle).all();
    }

    private List<Plot> all() {
        Happening born = (id, lead, at) -> new LeadCreated(id, lead, at, "web", FITTING);
        Happening unknown = (id, lead, at) -> new LeadCreated(id, lead, at, "event", Map.of());
        Happening scored = (id, lead, at) -> new ScoreChanged(id, lead, at, 95);
        Happening accepted = (id, lead, at) -> new SalesAccepted(id, lead, at).by("ana");
        Happening called = (id, lead, at) -> new ContactAttempted(id, lead, at, "phone", "connected").by("ana");
        Happening missed = (id, lead, at) -> new ContactAttempted(id, lead, at, "phone", "no answer").by("ana");
        Happening replied = (id, lead, at) -> new LeadResponded(id, lead, at, "email");
        Happening met = (id, lead, at) -> new MeetingSet(id, lead, at);
        Happening cancelled = (id, lead, at) -> new DiscoveryCancelled(id, lead, at);
        Happening deal = (id, lead, at) -> new OpportunityCreated(id, lead, at, "O-" + lead);
        Happening won = (id, lead, at) -> new OpportunityWon(id, lead, at);
        Happening reopened = (id, lead, at) -> new OpportunityReopened(id, lead, at);
        Happening back = (id, lead, at) -> new Reinstated(id, lead, at, "a second look");
        Happening gone = (id, lead, at) -> new LeftCompany(id, lead, at);
        Happening off = (id, lead, at) -> new MeetingCancelled(id, lead, at);
        return List.of(
                Plot.again(born, demo, accepted, called, met, discovered, deal, won, demo),
                Plot.again(
                        born, demo, accepted, called, discovered, deal, lost, demo, accepted, called, rejected, demo),
                Plot.again(born, demo, replied, called, discovered, deal, lostForGood, demo, back, demo, accepted),
                Plot.again(born, download, demo, rejected, download, demo, accepted, gone, demo, back, scored),
                Plot.again(unknown, download, KNOWN, demo, accepted, missed, missed, missed, missed, replied, called),
                Plot.again(
                        born,
                        demo,
                        accepted,
                        called,
                        cancelled,
                        demo,
                        accepted,
                        called,
                        discovered,
                        deal,
                        lost,
                        reopened),
                Plot.again(imported, replied, accepted, called, imported, discovered, deal, lost, demo),
                Plot.again(unknown, scored, download, demo),
                Plot.again(unknown, deal, lost, lost),
                Plot.quiet(born, demo, accepted, missed, missed, missed).aDayApart(),
                Plot.quiet(born, demo, rejected, demo, rejected, demo, rejected, demo, rejected),
                Plot.quiet(born, demo, accepted, called, met, off),
                Plot.quiet(imported, deal, lostByHand));
    }

    private static Happening touch(Lifecycle lifecycle, String preferred) {
        String kind = lifecycle.touchpointKinds().contains(preferred)
                ? preferred
                : lifecycle.touchpointKinds().stream().findFirst().orElse(preferred);
        return (id, lead, at) -> new Touchpoint(id, lead, at, kind);
    }

    /** Of a closed deal; "timing" where no reason does that. */
    private static String reason(Lifecycle lifecycle, Disposition disposition) {
        return lifecycle.picklist("closed lost").stream()
                .flatMap(name -> lifecycle.reason(name).stream())
                .filter(reason -> reason.disposition() == disposition)
                .map(Reason::name)
                .findFirst()
                .orElse("timing");
    }
}
