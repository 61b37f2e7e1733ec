package io.leadlifecycle.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeBundleTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static Effect.Tell notice(String lead, int minute, String rule, boolean urgent, List<String> cc) {
        Effect.About about = new Effect.About(null, null, List.of());
        Instant at = NINE.plusSeconds(60L * minute);
        return new Effect.Tell(
                lead + "@" + minute,
                lead,
                rule,
                at,
                List.of("ana"),
                cc,
                urgent,
                List.of("email"),
                "half of the time has passed",
                about,
                false);
    }

    private static Effect.Tell half(String lead, int minute) {
        return notice(lead, minute, "NTC-1", false, List.of());
    }

    private static List<Integer> sizes(List<NoticeBundle> bundles) {
        return bundles.stream().map(bundle -> bundle.notices().size()).toList();
    }

    @Test
    void a_bundle_is_open_for_fifteen_minutes_after_its_first_notice_and_no_longer() {
        List<NoticeBundle> bundles = NoticeBundle.of(List.of(half("L-3", 16), half("L-1", 0), half("L-2", 15)));

        assertThat(sizes(bundles)).containsExactly(2, 1);
        assertThat(bundles.get(0).notices()).extracting(Effect.Tell::leadId).containsExactly("L-1", "L-2");
        assertThat(bundles.get(1).firstAt()).isEqualTo(NINE.plusSeconds(16 * 60));
    }

    @Test
    void another_rule_another_urgency_and_reading_along_are_other_kinds() {
        List<NoticeBundle> bundles = NoticeBundle.of(List.of(
                half("L-1", 0),
                notice("L-2", 0, "NTC-2", false, List.of()),
                notice("L-3", 0, "NTC-1", true, List.of("maria"))));

        assertThat(bundles)
                .extracting(b -> b.person() + " " + b.rule() + " " + b.urgent() + " " + b.copy())
                .containsExactly(
                        "ana NTC-1 false false",
                        "ana NTC-1 true false",
                        "ana NTC-2 false false",
                        "maria NTC-1 true true");
    }

    @Test
    void a_window_below_zero_is_refused_and_zero_bundles_one_instant() {
        assertThat(sizes(NoticeBundle.of(List.of(half("L-1", 0), half("L-2", 0), half("L-3", 1)), Duration.ZERO)))
                .containsExactly(2, 1);
        assertThatThrownBy(() -> NoticeBundle.of(List.of(), Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zero or more, not PT-1M");
    }

    @Property
    void every_notice_is_in_one_bundle_of_each_person_and_no_bundle_is_longer_than_its_window(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 120) Integer> minutes,
            @ForAll @IntRange(min = 0, max = 30) int window) {
        List<Effect.Tell> notices = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            notices.add(notice("L-" + i, minutes.get(i), "NTC-" + i % 2, i % 3 == 0, List.of("maria")));
        }

        List<NoticeBundle> bundles = NoticeBundle.of(notices, Duration.ofMinutes(window));

        for (String person : List.of("ana", "maria")) {
            assertThat(bundles.stream()
                            .filter(bundle -> bundle.person().equals(person))
                            .flatMap(bundle -> bundle.notices().stream()))
                    .containsExactlyInAnyOrderElementsOf(notices);
        }
        assertThat(bundles)
                .allSatisfy(bundle -> assertThat(bundle.notices())
                        .allSatisfy(tell -> assertThat(Duration.between(bundle.firstAt(), tell.at()))
                                .isBetween(Duration.ZERO, Duration.ofMinutes(window))));
    }
}
