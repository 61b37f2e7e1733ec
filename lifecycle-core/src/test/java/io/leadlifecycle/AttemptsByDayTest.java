package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.StageChangeRequested;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tries without an answer a lead has had: several attempts of one day are one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttemptsByDayTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private static int tries(Lifecycle lifecycle, String story) {
        LifecycleEngine engine = new Scene()
                .builder(new LambdaRuleBook(lifecycle, "1", Scene::noRule))
                .build();
        engine.fire(new LeadCreated("created", "L-1", BEGIN, "web", Map.of()));
        int number = 0;
        for (String sentence : story.split(", ", -1)) {
            String[] words = sentence.split(" ", 2);
            engine.fire(event("e-" + number++, Instant.parse("2026-03-" + words[0] + ":00Z"), words[1]));
        }
        return engine.lead("L-1").orElseThrow().contact().unansweredAttempts();
    }

    private static LeadEvent event(String id, Instant at, String what) {
        return switch (what) {
            case "replies" -> new LeadResponded(id, "L-1", at, "email");
            case "away" -> new LeadResponded(id, "L-1", at, "email", true, null);
            case "machine" -> new ContactAttempted(id, "L-1", at, "email", "no answer", true, null);
            case "qualified" -> new StageChangeRequested(id, "L-1", at, "MQL");
            default -> new ContactAttempted(id, "L-1", at, "phone", what).by("ana");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    02T09:00 no answer                                            | 1 | one
                    02T09:00 no answer, 02T09:30 voicemail, 02T16:00 no answer    | 1 | three on one day
                    02T09:00 no answer, 03T09:00 no answer, 04T09:00 no answer    | 3 | three on three days
                    02T09:00 no answer, 02T15:00 no answer, 03T09:00 no answer    | 2 | two on the first day
                    02T23:59 no answer, 03T00:00 no answer                        | 2 | a minute apart, over midnight
                    02T00:00 no answer, 02T23:59 no answer                        | 1 | a day apart but for a minute
                    02T09:00 machine, 03T09:00 machine                            | 0 | nobody tried
                    02T09:00 no answer, 03T09:00 connected                        | 0 | it picked up
                    02T09:00 no answer, 03T09:00 replies                          | 0 | it wrote
                    02T09:00 no answer, 03T09:00 away                             | 1 | its machine wrote
                    02T09:00 connected, 02T15:00 no answer                        | 1 | after the talk nobody picks up
                    02T09:00 no answer, 02T10:00 replies, 02T15:00 no answer      | 1 | after the reply nobody picks up
                    02T09:00 no answer, 02T10:00 qualified, 02T15:00 no answer    | 1 | a qualification counts anew
                    02T10:00 replies, 02T09:00 no answer                          | 0 | told late: the reply answered it
                    """)
    void several_attempts_of_one_day_are_one_try(String story, int tries, String why) {
        assertThat(tries(SampleLifecycle.lifecycle(), story.strip())).as(why).isEqualTo(tries);
    }

    @Test
    void a_day_is_one_of_the_default_calendar() {
        String story = "02T15:00 no answer, 03T04:59 no answer, 03T05:00 no answer";
        Lifecycle inNewYork = SampleLifecycle.builder()
                .calendar(
                        Lifecycle.DEFAULT_CALENDAR,
                        BusinessCalendar.in(ZoneId.of("America/New_York"))
                                .open("MON-FRI", "09:00-17:00")
                                .build())
                .build();

        assertThat(tries(inNewYork, story)).as("10:00 and 23:59 are Monday").isEqualTo(2);
        assertThat(tries(inNewYork, "02T15:00 no answer, 03T04:59 no answer")).isEqualTo(1);
        assertThat(tries(SampleLifecycle.lifecycle(), "02T15:00 no answer, 03T04:59 no answer"))
                .as("in UTC 04:59 is Tuesday")
                .isEqualTo(2);
    }
}
