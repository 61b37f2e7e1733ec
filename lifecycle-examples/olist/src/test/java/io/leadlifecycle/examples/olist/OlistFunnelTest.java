package io.leadlifecycle.examples.olist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.examples.olist.Funnel.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that the data is published with, in whatever order the events come. */
class OlistFunnelTest {
    private static final Path DATA = Path.of("../../../shared/data/olist");
    private static final Instant THE_END = Instant.parse("2018-11-30T23:59:59Z");

    private static List<LeadEvent> inFileOrder;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(OlistData.isIn(DATA), "the Olist files are not beside this checkout; nothing to compare with");
        inFileOrder = OlistData.read(DATA);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-31T23:59:59Z, 30, 1064, 10,  276, 1054,  76",
        "2018-05-31T23:59:59Z, 90, 1051,  8,  884, 1043, 149",
        "2018-11-30T23:59:59Z, 90, 1915, 46,    0, 1869, 207"
    })
    void every_row_of_the_policy_is_the_same_in_every_order(
            String asOf, int days, long recycled, long wonLater, long mql, long inRecycled, long won) {
        for (List<LeadEvent> events : everyOrder()) {
            Funnel funnel = Funnel.at(Instant.parse(asOf), days, events);

            assertThat(List.of(
                            funnel.recycled(),
                            funnel.wonAfterRecycling(),
                            funnel.stage("MQL"),
                            funnel.stage("RECYCLED"),
                            funnel.stage("CLOSED_WON")))
                    .containsExactly(recycled, wonLater, mql, inRecycled, won);
            assertThat(funnel.stage("NEW")).isZero();
        }
    }

    private static List<List<LeadEvent>> everyOrder() {
        List<LeadEvent> inTimeOrder = new ArrayList<>(inFileOrder);
        inTimeOrder.sort(Comparator.comparing(LeadEvent::at));
        List<LeadEvent> twice = new ArrayList<>();
        inFileOrder.forEach(event -> Collections.addAll(twice, event, event));
        return List.of(inFileOrder, inTimeOrder, shuffledAcrossLeads(new Random(42)), twice);
    }

    /** Each lead's events keep their order; which lead comes next is drawn. */
    private static List<LeadEvent> shuffledAcrossLeads(Random random) {
        Map<String, Deque<LeadEvent>> waiting = new LinkedHashMap<>();
        inFileOrder.forEach(event -> waiting.computeIfAbsent(event.leadId(), id -> new ArrayDeque<>())
                .add(event));
        List<String> turns =
                new ArrayList<>(inFileOrder.stream().map(LeadEvent::leadId).toList());
        Collections.shuffle(turns, random);
        return turns.stream().map(id -> waiting.get(id).removeFirst()).toList();
    }

    @Test
    void conversion_by_origin_is_what_the_data_says() {
        Funnel funnel = Funnel.at(THE_END, 90, inFileOrder);

        assertThat(funnel.leads()).isEqualTo(2_076);
        assertThat(funnel.won()).isEqualTo(207);
        assertThat(100.0 * funnel.won() / funnel.leads()).isCloseTo(9.9711, within(0.00005));
        assertThat(funnel.byOrigin())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("organic_search", new Origin(567, 56)),
                        Map.entry("paid_search", new Origin(445, 48)),
                        Map.entry("social", new Origin(325, 21)),
                        Map.entry("unknown", new Origin(292, 42)),
                        Map.entry("direct_traffic", new Origin(131, 22)),
                        Map.entry("email", new Origin(131, 3)),
                        Map.entry("referral", new Origin(77, 10)),
                        Map.entry("display", new Origin(38, 1)),
                        Map.entry("other", new Origin(38, 0)),
                        Map.entry("other_publicities", new Origin(18, 1)),
                        Map.entry("(empty)", new Origin(14, 3))));
    }

    @Test
    void the_time_from_first_contact_to_won_is_what_the_data_says() {
        List<Long> seconds = Funnel.at(THE_END, 90, inFileOrder).secondsToWon();

        assertThat(seconds.get(0)).isEqualTo(7_200);
        assertThat(seconds.get(seconds.size() / 2)).isEqualTo(1_435_386);
        assertThat(seconds.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isCloseTo(5_277_607.937, within(0.0005));
    }

    @Test
    void the_first_contact_and_the_last_win_are_what_the_data_says() {
        assertThat(inFileOrder.stream().map(LeadEvent::at).min(Comparator.naturalOrder()))
                .contains(Instant.parse("2017-06-14T00:00:00Z"));
        assertThat(inFileOrder.stream().map(LeadEvent::at).max(Comparator.naturalOrder()))
                .contains(Instant.parse("2018-11-09T20:06:38Z"));
    }
}
