package io.leadlifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Touchpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    /** An event of a host. */
    private record Wrapped(String id, String leadId, Instant at, int colour) implements LeadEvent {}

    @Test
    void an_event_begins_with_its_name_and_leaves_out_what_is_absent() {
        assertThat(EventJson.write(new Touchpoint("e-17", "L-1", AT, "demo request")))
                .isEqualTo("{\"event\":\"Touchpoint\",\"id\":\"e-17\",\"leadId\":\"L-1\","
                        + "\"at\":\"2026-03-02T10:00:00Z\",\"kind\":\"demo request\"}");
    }

    @Test
    void who_did_it_and_lists_are_there() {
        LeadEvent event = new DiscoveryCompleted("e-1", "L-1", AT, "BANT", List.of("budget", "need")).by("ana");
        assertThat(EventJson.write(event))
                .endsWith("\"method\":\"BANT\",\"confirmed\":[\"budget\",\"need\"],\"missing\":[],\"actor\":\"ana\"}");
    }

    @Test
    void a_profile_is_sorted_and_keeps_the_null_that_makes_a_field_unknown() {
        Map<String, Object> profile = new HashMap<>();
        profile.put("industry", null);
        profile.put("employees", 200);
        profile.put("country", "DE");
        assertThat(EventJson.write(new ProfileUpdated("e-1", "L-1", AT, profile)))
                .contains("\"profile\":{\"country\":\"DE\",\"employees\":200,\"industry\":null}");
    }

    @Test
    void an_event_of_the_host_is_written_by_its_components() {
        assertThat(EventJson.write(new Wrapped("e-1", "L-1", AT, 7)))
                .isEqualTo("{\"event\":\"Wrapped\",\"id\":\"e-1\",\"leadId\":\"L-1\","
                        + "\"at\":\"2026-03-02T10:00:00Z\",\"colour\":7}");
    }
}
