package io.leadlifecycle.examples.olist;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.OpportunityWon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy at its limit, and the form of the files; needs no data. */
class FunnelTest {
    private static final Instant ASKED = Instant.parse("2018-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2018-01-30T23:59:59Z, CLOSED_WON, 0, before the 30 days are over",
        "2018-01-31T00:00:00Z, CLOSED_WON, 0, at the very instant they are over",
        "2018-01-31T00:00:01Z, CLOSED_WON, 1, a second later: recycled and won all the same"
    })
    void a_seller_who_signs(String signed, String stage, long recycled, String when) {
        List<LeadEvent> events = List.of(
                new LeadCreated("request", "S", ASKED, "email", Map.of()),
                new OpportunityWon("won", "S", Instant.parse(signed)));

        Funnel funnel = Funnel.at(Instant.parse("2018-06-01T00:00:00Z"), 30, events);

        assertThat(funnel.stage(stage)).as(when).isOne();
        assertThat(funnel.recycled()).as(when).isEqualTo(recycled);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-30T23:59:59Z, MQL, a second before the 30 days are over",
        "2018-01-31T00:00:00Z, RECYCLED, as of the instant they are over"
    })
    void a_seller_who_does_not_sign(String asOf, String stage, String when) {
        List<LeadEvent> events = List.of(new LeadCreated("request", "S", ASKED, "email", Map.of()));

        assertThat(Funnel.at(Instant.parse(asOf), 30, events).stage(stage))
                .as(when)
                .isOne();
    }

    @Test
    void the_files_are_read_as_requests_and_wins(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("olist_marketing_qualified_leads_dataset.csv"), """
                mql_id,first_contact_date,landing_page_id,origin
                a,2018-02-01,p,social
                b,2018-02-02,p,
                """);
        Files.writeString(folder.resolve("olist_closed_deals_dataset.csv"), """
                mql_id,seller_id,sdr_id,sr_id,won_date,business_segment
                a,s,d,rep-7,2018-05-08 20:17:59,"home, garden"
                """);

        assertThat(OlistData.read(folder))
                .containsExactly(
                        new LeadCreated("request", "a", Instant.parse("2018-02-01T00:00:00Z"), "social", Map.of()),
                        new LeadCreated("request", "b", Instant.parse("2018-02-02T00:00:00Z"), "(empty)", Map.of()),
                        new OpportunityWon("won", "a", Instant.parse("2018-05-08T20:17:59Z")).by("rep-7"));
    }
}
