package io.leadlifecycle.rules.scenes;

import static io.leadlifecycle.rules.presets.Story.ICP;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Reevaluation;
import io.leadlifecycle.Release;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import io.leadlifecycle.store.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of leads that do not convert, told as a whole: silent ones, lost ones, new thresholds and false alarms. */
class LeadsThatDoNotConvertScenesTest {
    private static final PeopleDirectory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").as("SDR").reportingTo("maria"))
            .person(Person.named("ben").as("SDR").reportingTo("maria"))
            .person(Person.named("maria").as("SDR Manager"))
            .person(Person.named("oli").as("Marketing Ops"))
            .person(Person.named("victor").as("VP Sales"))
            .pool(Pool.of("inbound", "ana", "ben").ledBy("maria"))
            .build();

    private static Story in(Preset preset, String at) {
        return Story.in(preset.book(), PEOPLE, at);
    }

    /** Qualified, rejected in March of the year before, silent for two half years: out as inactive this March. */
    private static Story silentForAYear(Preset preset, String reason) {
        return in(preset, "2025-03-03T10:00:00Z")
                .created(ICP)
                .touched("demo request")
                .then("2025-03-03T10:01:00Z")
                .rejected(reason)
                .waited("2026-03-31T00:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void a_lead_disqualified_as_inactive_in_march_asks_for_a_demo_in_november(Preset preset) {
        Story story = silentForAYear(preset, "timing");
        assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        assertThat(story.reason()).isEqualTo("inactive");
        assertThat(story.stamps("DISQUALIFIED").first()).isEqualTo("2026-03-03T10:01:00Z");
        Clock first = story.clock();

        story.then("2026-11-10T10:00:00Z").touched("demo request");

        assertThat(story.movesSinceThen()).containsExactly("NURTURE", "MQL");
        assertThat(story.stamps("MQL").entries()).isEqualTo(2);
        assertThat(story.stamps("MQL").first()).isEqualTo("2025-03-03T10:00:00Z");
        assertThat(story.stamps("MQL").latest()).isEqualTo("2026-11-10T10:00:00Z");
        assertThat(story.stamps("NURTURE").entries()).isEqualTo(2);
        assertThat(story.lead().journey().recycles().count()).isEqualTo(1);
        assertThat(story.owner()).as("who had it before").isEqualTo("ana");
        assertThat(story.reason()).isNull();
        assertThat(first.verdict()).isEqualTo(Verdict.MET);
        assertThat(story.clock().number()).isEqualTo(2);
        assertThat(story.clock().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(story.clock().dueAt()).isEqualTo("2026-11-10T10:05:00Z");
        assertThat(story.toldSinceThen()).containsExactly("ana");
        assertThat(JournalEntry.fold(story.journal())).isEqualTo(story.lead());
    }

    @ParameterizedTest
    @EnumSource
    void a_competitor_who_does_the_same_gives_one_notice_and_nothing_else(Preset preset) {
        Story story = silentForAYear(preset, "competitor");
        assertThat(story.reason()).isEqualTo("competitor");

        story.then("2026-11-10T10:00:00Z").touched("demo request");
        assertThat(story.toldSinceThen()).containsExactly("oli");
        int notices = Notices.of(story.journal()).size();
        story.touched("pricing page visit", "demo request", "webinar attended")
                .scored(500)
                .waited("2027-11-10T10:00:00Z")
                .then("2026-11-10T10:00:00Z");

        assertThat(Notices.of(story.journal())).hasSize(notices);
        assertThat(story.movesSinceThen()).isEmpty();
        assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        assertThat(story.stamps("MQL").entries()).isEqualTo(1);
        assertThat(story.owner()).as("who had it").isEqualTo("ana");
        assertThat(story.ownersSinceThen()).isEmpty();
        assertThat(story.lead().clocks()).extracting(Clock::state).doesNotContain(ClockState.RUNNING);
        assertThat(story.lead().timers()).isEmpty();
        if (preset != Preset.ADVANCED) {
            assertThat(story.score()).as("what the host says").isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_champion_unsubscribes_and_then_bounces_while_the_deal_is_open(Preset preset) {
        Story story = preset.standingIn("OPPORTUNITY")
                .profile(Map.of("accountId", "A-1"))
                .dealOpenedFor("ben");
        List<Clock> clocks = story.lead().clocks();

        story.then("2026-03-03T10:00:00Z").noContact("MARKETING");
        assertThat(story.rules()).isEmpty();
        assertThat(story.toldSinceThen()).isEmpty();
        story.then("2026-03-04T10:00:00Z").noContact("ALL");
        assertThat(story.toldSinceThen()).containsExactly("ben (cc ana, emil) urgently");
        story.then("2026-03-05T10:00:00Z").called("bounced");
        assertThat(story.toldSinceThen()).containsExactly("ben (cc ana, emil) urgently");

        assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        assertThat(story.owner()).isEqualTo("ana");
        assertThat(story.lead().clocks())
                .extracting(Clock::name)
                .containsAll(clocks.stream().map(Clock::name).toList());

        story.then("2026-03-06T10:00:00Z").dealLost("timing");
        assertThat(story.enrolledSinceThen())
                .as("nobody writes to it when the deal is over")
                .isEmpty();
        assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        assertThat(story.reason()).isEqualTo("do not contact");
    }

    /** Scored 80 to 99 on Monday, which the rules of Monday left where they were; number 0 waits longest. */
    private static void bring(LifecycleEngine engine, int leads) {
        for (int i = 0; i < leads; i++) {
            Instant at = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(i);
            engine.fire(new LeadCreated("e-1", id(i), at, "web", ICP));
            engine.fire(new ScoreChanged("e-2", id(i), at, 80 + i % 20));
        }
    }

    private static String id(int number) {
        return String.format("L-%03d", number);
    }

    private static Map<String, Integer> perStage(InMemoryLeadStore store) {
        Map<String, Integer> perStage = new TreeMap<>();
        store.leads().forEach(lead -> perStage.merge(lead.stage(), 1, Integer::sum));
        return perStage;
    }

    @Test
    void the_vp_marketing_lowers_the_threshold_from_100_to_80_on_a_wednesday() {
        InMemoryLeadStore store = new InMemoryLeadStore();
        LifecycleEngine before = engine(Preset.STANDARD.book(), store);
        bring(before, 120);
        before.fire(new LeadCreated("e-1", "below", Instant.parse("2026-03-02T10:00:00Z"), "web", ICP));
        before.fire(new ScoreChanged("e-2", "below", Instant.parse("2026-03-02T10:00:00Z"), 79));
        before.fire(new LeadCreated("e-1", "accepted", Instant.parse("2026-03-02T10:00:00Z"), "web", ICP));
        before.fire(new ScoreChanged("e-2", "accepted", Instant.parse("2026-03-02T10:00:00Z"), 100));
        before.fire(new LeadCreated("e-1", "again", Instant.parse("2026-03-02T11:00:00Z"), "web", ICP));
        before.fire(new ScoreChanged("e-2", "again", Instant.parse("2026-03-02T11:00:00Z"), 100));
        before.fire(new SalesRejected("e-3", "again", Instant.parse("2026-03-02T12:00:00Z"), "timing"));
        before.fire(new ScoreChanged("e-4", "again", Instant.parse("2026-03-03T12:00:00Z"), 180));
        assertThat(perStage(store))
                .containsExactly(Map.entry("MQL", 1), Map.entry("NURTURE", 121), Map.entry("RECYCLED", 1));
        String hadIt = store.lead("again").orElseThrow().ownership().previousOwner();
        Lead accepted = store.lead("accepted").orElseThrow();

        try (DroolsRuleBook lowered =
                EditedPreset.by(new EditedPreset.Edit("../common/mql.drl", "lead.score >= 100", "lead.score >= 80"))) {
            LifecycleEngine engine = engine(lowered, store);
            Instant wednesday = Instant.parse("2026-03-04T10:00:00Z");

            Reevaluation preview = engine.reevaluate(lead -> true, wednesday);
            assertThat(preview)
                    .hasToString("121 of 122 leads would qualify at 2026-03-04T10:00:00Z"
                            + "\n  121 by MQL-6 An ICP lead with a score of 100 is marketing qualified"
                            + (hadIt.equals("ana") ? "\n  61 to ana\n  60 to ben" : "\n  60 to ana\n  61 to ben"));
            assertThat(preview.rows().get(0).leadId()).isEqualTo(id(0));
            assertThat(perStage(store)).as("a preview changes nothing").containsEntry("NURTURE", 121);

            Release release = engine.release(preview, 50, wednesday);
            assertThat(release.planned().values()).extracting(List::size).containsExactly(50, 50, 21);
            assertThat(perStage(store)).containsEntry("MQL", 51);
            engine.advanceTo(Instant.parse("2026-03-05T08:59:59.999Z"));
            assertThat(perStage(store)).containsEntry("MQL", 51);
            engine.advanceTo(Instant.parse("2026-03-05T09:00:00Z"));
            assertThat(perStage(store)).containsEntry("MQL", 101);
            engine.advanceTo(Instant.parse("2026-03-06T09:00:00Z"));
            assertThat(perStage(store)).containsExactly(Map.entry("MQL", 122), Map.entry("NURTURE", 1));
            for (int i = 0; i < 120; i++) {
                assertThat(store.lead(id(i)).orElseThrow().clock("speed to lead"))
                        .as("nobody could answer it before")
                        .map(Clock::startedAt)
                        .contains(store.lead(id(i))
                                .orElseThrow()
                                .journey()
                                .stampsOf("MQL")
                                .orElseThrow()
                                .latest());
                assertThat(JournalEntry.fold(engine.journal(id(i))))
                        .isEqualTo(engine.lead(id(i)).orElseThrow());
                assertThat(engine.journal(id(i)))
                        .extracting(JournalEntry::event)
                        .contains("ReevaluationPlanned");
            }
        }
        assertThat(store.lead("accepted").orElseThrow().journey()).isEqualTo(accepted.journey());

        LifecycleEngine raised = engine(Preset.STANDARD.book(), store);
        Instant friday = Instant.parse("2026-03-06T10:00:00Z");
        raised.fire(new Touchpoint("e-3", id(0), friday, "page visit"));
        assertThat(raised.reevaluate(lead -> true, friday).rows()).isEmpty();
        assertThat(perStage(store)).as("who is an MQL stays one").containsEntry("MQL", 122);
    }

    private static LifecycleEngine engine(DroolsRuleBook book, InMemoryLeadStore store) {
        return LifecycleEngine.builder(book).directory(PEOPLE).store(store).build();
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_scanner_opens_three_pricing_links_in_two_seconds(Preset preset) {
        Story story = in(preset, "2026-03-03T10:00:00Z").created(ICP).then("2026-03-03T11:00:00Z");
        for (int i = 0; i < 3; i++) {
            story.touched("pricing page visit").after(Duration.ofSeconds(1));
        }

        assertThat(story.stage()).isEqualTo("NURTURE");
        assertThat(story.journal()).as("each is on record").hasSize(4);
        assertThat(story.score()).isEqualTo(preset == Preset.ADVANCED ? 35 : 0);
        story.then("2026-03-04T10:00:00Z").touched("pricing page visit");
        assertThat(story.stage()).as("the second look").isEqualTo("NURTURE");
        story.touched("pricing page visit").then("2026-03-05T10:00:00Z").touched("pricing page visit");
        assertThat(story.stage()).as("the third look").isEqualTo("MQL");
    }

    @ParameterizedTest
    @EnumSource
    void a_test_lead_of_a_colleague_asks_for_a_demo(Preset preset) {
        Map<String, Object> colleague = new HashMap<>(ICP);
        colleague.put("email", "nadia@leadlifecycle.example");
        Story story = in(preset, "2026-03-03T10:00:00Z").created(colleague).touched("demo request");

        assertThat(story.waited("2027-03-03T10:00:00Z").stage()).isEqualTo("DISQUALIFIED");
        story.then("2026-03-03T09:00:00Z");
        assertThat(story.reason()).isEqualTo("invalid contact");
        assertThat(story.lead().journey().stampsOf("MQL")).isEmpty();
        assertThat(Notices.of(story.journal())).isEmpty();
        assertThat(story.owner()).isNull();
        assertThat(story.lead().clocks()).isEmpty();
    }
}
