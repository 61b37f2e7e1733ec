package io.leadlifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounTest {
    @ParameterizedTest
    @CsvSource({
        "week,           weeks,         1, 1 week",
        "week,           weeks,         2, 2 weeks",
        "Preisseite,     Preisseiten,   3, 3 Preisseiten",
        "director,       ,              1, director",
        "form submitted, ,              2, 2 x form submitted",
    })
    void it_is_counted_in_the_words_of_the_rule(String one, String many, int count, String text) {
        assertThat(new Noun(one, many).counted(count)).isEqualTo(text);
    }
}
