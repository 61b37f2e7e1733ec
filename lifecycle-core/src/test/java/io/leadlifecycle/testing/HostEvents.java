package io.leadlifecycle.testing;

import static io.leadlifecycle.model.Qualification.LEAST_SCORE;
import static io.leadlifecycle.model.Qualification.MOST_SCORE;

import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCancelled;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.MeetingCancelled;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.OpportunityReopened;
import io.leadlifecycle.event.OpportunityUpdated;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.routing.Directory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Every event a host may fire, with the names of a lifecycle and with names it does not know. */
final class HostEvents {
    private static final String UNKNOWN = "carrier pigeon";

    private final Lifecycle lifecycle;
    private final Directory directory;

    HostEvents(Lifecycle lifecycle, Directory directory) {
        this.lifecycle = lifecycle;
        this.directory = directory;
    }

    Arbitrary<Happening> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, touches()),
                Tuple.of(3, profileUpdates()),
                Tuple.of(2, created()),
                Tuple.of(3, imported()),
                Tuple.of(2, scores()),
                Tuple.of(1, assigned()),
                Tuple.of(4, sales()),
                Tuple.of(3, discoveries()),
                Tuple.of(4, deals()),
                Tuple.of(4, stageChanges()),
                Tuple.of(2, leaving()),
                Tuple.of(2, merged()));
    }

    /** Into another lead of the history, now and then into itself or one that nobody knows. */
    Arbitrary<Happening> merged() {
        List<String> leads = IntStream.rangeClosed(1, LeadArbitraries.MOST_LEADS)
                .mapToObj(number -> "L-" + number)
                .toList();
        return nameOf(leads).map(into -> (id, lead, at) -> new LeadMerged(id, lead, at, into));
    }

    Arbitrary<Happening> touches() {
        Arbitrary<String> kinds = nameOf(lifecycle.touchpointKinds());
        Arbitrary<@Nullable String> campaigns =
                Arbitraries.of("spring", "autumn").injectNull(0.5);
        return Combinators.combine(kinds, campaigns)
                .as((kind, campaign) ->
                        (id, lead, at) -> new Touchpoint(id, lead, at, kind, null, campaign, null, null, null));
    }

    private Arbitrary<Happening> created() {
        Arbitrary<@Nullable String> sources =
                Arbitraries.of("web", "event", "partner").injectNull(0.3);
        return Combinators.combine(sources, profiles())
                .as((source, profile) -> (id, lead, at) -> new LeadCreated(
                        id, lead, at, source, null, source == null ? null : at.minusSeconds(60), profile, null));
    }

    /** Old data: mostly sound, of any stage, now and then with a stamp that contradicts itself. */
    Arbitrary<Happening> imported() {
        Arbitrary<Map.Entry<String, Old>> stamps =
                Combinators.combine(nameOf(lifecycle.stageNames()), olds()).as(Map::entry);
        return Combinators.combine(
                        nameOf(lifecycle.stageNames()),
                        stamps.list().ofMaxSize(4),
                        reasons(),
                        Arbitraries.of(true, false, false),
                        nameOf(directory.names()).injectNull(0.5),
                        profiles())
                .as((stage, known, reason, reasoned, owner, profile) -> (id, lead, at) -> new LeadImported(
                        id,
                        lead,
                        at,
                        stage,
                        stamps(known, at),
                        reasoned ? reason : null,
                        owner,
                        "old system",
                        null,
                        null,
                        profile,
                        null,
                        null));
    }

    /**
     * A stamp that waits for the instant of the import.
     *
     * @param daysToFirst how long before the import the first entry was
     * @param daysToLatest how long before it the latest entry was
     * @param entries how many
     */
    private record Old(int daysToFirst, int daysToLatest, int entries) {
        Stamp asOf(Instant at) {
            return new Stamp(at.minus(Duration.ofDays(daysToFirst)), at.minus(Duration.ofDays(daysToLatest)), entries);
        }
    }

    private static Arbitrary<Old> olds() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 400);
        return Arbitraries.frequencyOf(
                Tuple.of(12, days.map(day -> new Old(day, day, 1))),
                Tuple.of(
                        6,
                        Combinators.combine(days, days, Arbitraries.integers().between(2, 5))
                                .as((a, b, entries) -> new Old(Math.max(a, b), Math.min(a, b), entries))),
                Tuple.of(1, Arbitraries.of(new Old(1, 2, 2), new Old(-1, -1, 1), new Old(3, 3, 0), new Old(3, 2, 1))));
    }

    private static Map<String, Stamp> stamps(List<Map.Entry<String, Old>> known, Instant at) {
        Map<String, Stamp> stamps = new TreeMap<>();
        known.forEach(entry -> stamps.put(entry.getKey(), entry.getValue().asOf(at)));
        return stamps;
    }

    Arbitrary<Happening> profileUpdates() {
        return profiles().map(profile -> (id, lead, at) -> new ProfileUpdated(id, lead, at, profile, null));
    }

    /** Patches: known, unknown, made unknown again, and now and then a value that no profile takes. */
    Arbitrary<Map<String, @Nullable Object>> profiles() {
        Arbitrary<Map.Entry<String, List<@Nullable Object>>> fields = Arbitraries.frequencyOf(
                Tuple.of(4, value("industry", "software", "farming", null)),
                Tuple.of(4, value("employees", 0, 49, 50, 200, 5_000, 5_001L, null)),
                Tuple.of(4, value("title", "VP Sales", "Head of IT", "Intern", "", null)),
                Tuple.of(2, value("seniority", "vp", "staff", null)),
                Tuple.of(2, value("email", "a@acme.example", "a@test.example", "no address", null)),
                Tuple.of(1, value("emailValid", true, false)),
                Tuple.of(1, value("country", "DE", "US", null)),
                Tuple.of(1, value("growth", 0.5, -1.25e10, Double.NaN, 1.0f)),
                Tuple.of(1, value("tags", List.of("no text, number or boolean"))),
                Tuple.of(1, value(" ", "a field without a name")));
        return fields.list().ofMaxSize(5).map(list -> {
            Map<String, @Nullable Object> profile = new TreeMap<>();
            list.forEach(field -> profile.put(field.getKey(), field.getValue().get(0)));
            return profile;
        });
    }

    private static Arbitrary<Map.Entry<String, List<@Nullable Object>>> value(
            String field, @Nullable Object... values) {
        List<List<@Nullable Object>> wrapped = new ArrayList<>();
        for (Object value : values) {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(value);
            wrapped.add(one);
        }
        return Arbitraries.of(wrapped).map(one -> Map.entry(field, one));
    }

    private static Arbitrary<Happening> scores() {
        return Arbitraries.of(0L, 5L, 49L, 50L, 79L, 80L, 81L, 200L, -3L, LEAST_SCORE, MOST_SCORE, Long.MAX_VALUE)
                .map(score -> (id, lead, at) -> new ScoreChanged(id, lead, at, score));
    }

    private Arbitrary<Happening> assigned() {
        return nameOf(directory.names()).map(owner -> (id, lead, at) -> new LeadAssigned(id, lead, at, owner));
    }

    private Arbitrary<Happening> sales() {
        Arbitrary<Happening> accepted = Arbitraries.just((id, lead, at) -> new SalesAccepted(id, lead, at).by("ana"));
        Arbitrary<Happening> contacts = Combinators.combine(
                        Arbitraries.of("connected", "no answer", "voicemail", "bounced", "wrong number", UNKNOWN),
                        Arbitraries.of(true, false, false))
                .as((outcome, automated) ->
                        (id, lead, at) -> new ContactAttempted(id, lead, at, "phone", outcome, automated, null));
        Arbitrary<Happening> replies = Arbitraries.of(true, false, false)
                .map(automatic -> (id, lead, at) -> new LeadResponded(id, lead, at, "email", automatic, null));
        return Arbitraries.frequencyOf(
                Tuple.of(2, accepted), Tuple.of(2, rejections()), Tuple.of(3, contacts), Tuple.of(2, replies));
    }

    private Arbitrary<Happening> rejections() {
        return Combinators.combine(reasons(), dispositions(), notes())
                .as((reason, disposition, note) ->
                        (id, lead, at) -> new SalesRejected(id, lead, at, reason, note, disposition, null));
    }

    private Arbitrary<Happening> discoveries() {
        Arbitrary<Happening> completed = nameOf(lifecycle.checklistNames()).flatMap(method -> {
            List<String> items =
                    lifecycle.checklist(method).map(Checklist::items).orElse(List.of("budget"));
            return nameOf(items)
                    .list()
                    .ofMaxSize(4)
                    .flatMap(some -> nameOf(items)
                            .list()
                            .ofMaxSize(1)
                            .map(missing -> (id, lead, at) ->
                                    new DiscoveryCompleted(id, lead, at, method, some, missing, null)));
        });
        return Arbitraries.frequencyOf(
                Tuple.of(3, completed),
                Tuple.of(1, Arbitraries.just((id, lead, at) -> new DiscoveryCancelled(id, lead, at))),
                Tuple.of(2, Arbitraries.just((id, lead, at) -> new MeetingSet(id, lead, at))),
                Tuple.of(1, Arbitraries.just((id, lead, at) -> new MeetingCancelled(id, lead, at))));
    }

    private Arbitrary<Happening> deals() {
        Arbitrary<Happening> lost = Combinators.combine(reasons(), dispositions(), notes())
                .as((reason, disposition, note) ->
                        (id, lead, at) -> new OpportunityLost(id, lead, at, reason, note, disposition, null));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just((id, lead, at) -> new OpportunityCreated(id, lead, at, "O-" + lead))),
                Tuple.of(
                        1,
                        Arbitraries.just((id, lead, at) -> new OpportunityUpdated(
                                id,
                                lead,
                                at,
                                "O-" + lead,
                                "ana",
                                new BigDecimal("1000.00"),
                                "EUR",
                                "proposal",
                                "2026-12-31",
                                null))),
                Tuple.of(2, Arbitraries.just((id, lead, at) -> new OpportunityWon(id, lead, at))),
                Tuple.of(3, lost),
                Tuple.of(1, Arbitraries.just((id, lead, at) -> new OpportunityReopened(id, lead, at))));
    }

    Arbitrary<Happening> stageChanges() {
        return Combinators.combine(nameOf(lifecycle.stageNames()), reasons(), notes())
                .as((to, reason, note) ->
                        (id, lead, at) -> new StageChangeRequested(id, lead, at, to, reason, note, "maria"));
    }

    private static Arbitrary<Happening> leaving() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just((id, lead, at) -> new Reinstated(id, lead, at, "a second look"))),
                Tuple.of(1, Arbitraries.just((id, lead, at) -> new Reinstated(id, lead, at, " "))),
                Tuple.of(
                        2,
                        Arbitraries.of("MARKETING", "ALL", UNKNOWN)
                                .map(scope -> (id, lead, at) -> new DoNotContactRequested(id, lead, at, scope))),
                Tuple.of(1, Arbitraries.just((id, lead, at) -> new LeftCompany(id, lead, at))));
    }

    private Arbitrary<@Nullable String> reasons() {
        List<String> names = new ArrayList<>();
        for (Reason reason : lifecycle.reasons()) {
            names.add(reason.name());
            names.addAll(reason.aliases());
        }
        return nameOf(names).injectNull(0.1);
    }

    private static Arbitrary<@Nullable String> dispositions() {
        return Arbitraries.of("RECYCLE", "DISQUALIFY", "FORGET").injectNull(0.7);
    }

    private static Arbitrary<@Nullable String> notes() {
        return Arbitraries.of("see the call", "").injectNull(0.5);
    }

    /** Mostly one of the names, now and then one that nobody knows. */
    private static Arbitrary<String> nameOf(Collection<String> names) {
        List<String> known = List.copyOf(names);
        return known.isEmpty()
                ? Arbitraries.just(UNKNOWN)
                : Arbitraries.frequencyOf(Tuple.of(19, Arbitraries.of(known)), Tuple.of(1, Arbitraries.just(UNKNOWN)));
    }
}
