package io.leadlifecycle.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rule.FlagTerms;
import org.junit.jupiter.api.Test;

class FlagWordsTest {
    @Test
    void a_flag_says_when_it_falls_and_its_group_is_checked() {
        assertThat(Vocabulary.after(FlagTerms.class)).extracting(Word::name).containsExactly("until", "whileInStage");
        assertThat(NamedPlaces.ofArgument("FlagTerms.until", 0)).isEqualTo(NameKind.EVENT_GROUP);
    }

    @Test
    void the_expected_time_is_read_and_counted() {
        assertThat(Vocabulary.readOnLead()).extracting(Word::name).contains("timeExpected", "expectedTimes");
    }
}
