package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What gave points and what took some adds up to the score, whatever happened and in whatever order. */
class ScoreReportLawsTest {
    private static final List<String> LEADS = List.of("L-1", "L-2", "L-3");

    private static void scoring(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("SCO-1 More", () -> lead.addPoints(numberIn(event)).as("touch", "touches"));
        } else if (event instanceof LeadResponded) {
            lead.underRule("DEC-1 Less", () -> lead.removePoints(numberIn(event)));
        }
    }

    private static int numberIn(LeadEvent event) {
        return Integer.parseInt(event.id().split(":", 2)[1]);
    }

    private static LeadEvent event(int minute, int what) {
        String id = minute + ":" + what;
        String lead = LEADS.get(what / 5 % LEADS.size());
        boolean merges = what % 25 == 24;
        return switch (what % 5) {
            case 0 -> new ScoreChanged(id, lead, at(minute), what - 20);
            case 1 -> new StageChangeRequested(id, lead, at(minute), "MQL").by("ana");
            case 2 -> new StageChangeRequested(id, lead, at(minute), "RECYCLED", "timing", "as agreed", "ana");
            case 3 -> new Touchpoint(id, lead, at(minute), "demo request");
            default ->
                merges
                        ? new LeadMerged(id, lead, at(minute), LEADS.get(minute % LEADS.size()))
                        : new LeadResponded(id, lead, at(minute), "email");
        };
    }

    private static long total(ScoreReport.Sum sum) {
        return sum.parts().stream().mapToLong(ScoreReport.Part::points).sum();
    }

    @Property(tries = 300)
    void the_parts_add_up(@ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> happenings) {
        LifecycleEngine engine = new Scene()
                .builder(LambdaRuleBook.of(ScoreReportLawsTest::scoring))
                .unknownLeads(UnknownLeads.CREATE)
                .build();
        for (int minute = 0; minute < happenings.size(); minute++) {
            engine.fire(event(minute, happenings.get(minute)));
        }
        LEADS.forEach(id -> engine.lead(id).ifPresent(lead -> addsUp(lead, ScoreReport.of(engine.journal(id)))));
    }

    private static void addsUp(Lead lead, ScoreReport report) {
        assertThat(report.whole().score())
                .isEqualTo(lead.qualification().score())
                .isEqualTo(total(report.whole()));
        assertThat(report.sinceItWentBack() == null)
                .isEqualTo(lead.journey().recycles().count() == 0);
        if (report.sinceItWentBack() != null) {
            RuleLead seen = new RuleLead(SampleLifecycle.lifecycle(), lead, at(0));
            assertThat(report.sinceItWentBack().score())
                    .isEqualTo(seen.getScore())
                    .isEqualTo(total(report.sinceItWentBack()));
        }
    }
}
