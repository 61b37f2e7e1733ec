package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.person;
import static io.leadlifecycle.rule.RuleWords.roundRobin;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.HeldNotice;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rule.RuleLead;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two leads of which both wait for something become one. Ana is back on Tuesday at 09:00, when the office opens. */
class LeadMergedWaitingTest extends MergeScene {
    private static final Instant TUESDAY_9 = Instant.parse("2026-03-03T09:00:00Z");
    private static final int EVENING = 11 * 60;

    @Override
    Directory people() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("ana").reportingTo("maria").awayFrom(MONDAY_9, TUESDAY_9))
                .person(Person.named("maria"))
                .pool(Pool.of("inbound", "ana").ledBy("maria"))
                .build();
    }

    /** A demo request asks for an owner, a reply has to be answered. */
    @Override
    void rules(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("W-1 Ask for an owner", () -> lead.assignTo(roundRobin("inbound")));
        }
        if (event instanceof LeadResponded reply) {
            lead.underRule("W-2 Answer", () -> {
                lead.startClock("answer", businessHours(Long.parseLong(reply.channel())))
                        .acrossStages();
                lead.tell(person("maria"));
            });
        }
    }

    @Nested
    class in_a_queue {
        @ParameterizedTest
        @CsvSource({"NURTURE, MQL, 2, the target keeps its place", "MQL, NURTURE, 1, the source brings its place"})
        void whose_stage_counts_has_the_place(String source, String target, int since, String why) {
            stands("L-1", source, 0);
            stands("L-2", target, 0);
            engine.fire(demo("d-1", "L-1", 1));
            engine.fire(demo("d-1", "L-2", 2));
            assertThat(scene.store.queue("inbound", 10)).containsExactly("L-1", "L-2");
            merge(60);
            assertThat(scene.store.queue("inbound", 10)).containsExactly("L-2");
            assertThat(lead("L-1").ownership().waiting()).isNull();
            assertThat(lead("L-2").ownership().waiting())
                    .as(why)
                    .satisfies(waiting -> assertThat(waiting.since()).isEqualTo(at(since)));
            engine.advanceTo(TUESDAY_9);
            assertThat(scene.owner("L-2")).isEqualTo("ana");
            assertThat(scene.effects("L-1", Effect.Assign.class)).isEmpty();
            assertThat(scene.effects("L-2", Effect.Assign.class)).hasSize(1);
        }
    }

    @Nested
    class for_the_opening {
        private void replied(String lead, int hours) {
            engine.fire(created(lead));
            engine.fire(new LeadResponded("r-1", lead, at(EVENING), String.valueOf(hours)));
            assertThat(lead(lead).agenda().notices().held()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"2, 4, the source's clock is due earlier", "4, 2, the target's is", "2, 2, a tie is the target's"})
        void one_notice_is_told_of_the_clock_that_stays(int source, int target, String why) {
            replied("L-1", source);
            replied("L-2", target);
            merge(EVENING + 60);
            assertThat(lead("L-1").agenda().notices().held()).isEmpty();
            assertThat(lead("L-2").agenda().notices().held())
                    .singleElement()
                    .extracting(HeldNotice::dueAt)
                    .isEqualTo(TUESDAY_9);
            assertThat(lead("L-2").clock("answer")).map(Clock::dueAt).contains(TUESDAY_9.plusSeconds(7200));
            engine.advanceTo(TUESDAY_9);
            assertThat(scene.told("L-1")).isEmpty();
            assertThat(scene.told("L-2")).as(why).extracting(Effect.Tell::to).containsExactly(List.of("maria"));
        }

        @Test
        void a_notice_of_another_clock_is_kept_beside_it() {
            replied("L-1", 2);
            engine.fire(created("L-2"));
            merge(EVENING + 60);
            engine.advanceTo(TUESDAY_9);
            assertThat(scene.told("L-2")).hasSize(1);
        }
    }
}
