package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.StageChangeRequested;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an entry of the journal says of what became known, in words. */
class ExplanationTest {
    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new DiscoveryCompleted("e-1", "L-1", Scene.at(1), "BANT", List.of("authority")),
                        "    BANT confirmed [authority], open [budget, need, timeline]"),
                Arguments.of(
                        new ContactAttempted("e-1", "L-1", Scene.at(1), "email", "bounced"), "    contact data wrong"),
                Arguments.of(new LeftCompany("e-1", "L-1", Scene.at(1)), "    left its company"),
                Arguments.of(new DoNotContactRequested("e-1", "L-1", Scene.at(1), "ALL"), "    contact NO_CONTACT"),
                Arguments.of(
                        new StageChangeRequested("e-1", "L-1", Scene.at(1), "MQL", null, "a mistake", "ana"),
                        "    NURTURE -> MQL (manual, forward), because a mistake"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void it_says_what_became_known(LeadEvent event, String line) {
        LifecycleEngine engine = new Scene().engine(Scene::noRule);
        engine.fire(new LeadCreated("e-0", "L-1", Scene.MONDAY_9, "web", Map.of("industry", "x", "employees", 1)));

        assertThat(String.valueOf(engine.fire(event).entry()).lines()).contains(line);
    }
}
