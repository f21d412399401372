package io.parley.validation.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormsTest {

    @ParameterizedTest
    @CsvSource({"Straße, STRASSE", "ΣΊΣΥΦΟΣ, σίσυφος", "ǅ, ǆ", "K, k", "ﬁn, FIN", "ÅÉ, åé", "Ԁ, ԁ", "𐐀, 𐐨"})
    void folding_joins_what_differs_by_case_only(String one, String other) {
        assertThat(TextForms.fold(one)).isEqualTo(TextForms.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"a, á", "o, 0", "é, é"})
    void folding_keeps_apart_what_differs_otherwise(String one, String other) {
        assertThat(TextForms.fold(one)).isNotEqualTo(TextForms.fold(other));
    }

    @Test
    void the_linear_search_finds_what_the_plain_one_finds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String part = letters(random, 300 + random.nextInt(100), 2);
            String text = letters(random, 5_000, 2) + (round % 2 == 0 ? part.substring(0, 290) : part) + "a";

            assertThat(TextForms.contains(text, part)).isEqualTo(text.indexOf(part) >= 0);
        }
    }

    @Test
    @Timeout(5)
    void a_search_that_nearly_matches_everywhere_ends_promptly() {
        assertThat(TextForms.contains("a".repeat(1 << 20), "a".repeat(1 << 19) + "b"))
                .isFalse();
        assertThat(TextForms.contains("a".repeat(1 << 20) + "b", "a".repeat(1 << 19) + "b"))
                .isTrue();
    }

    private static String letters(Random random, int length, int kinds) {
        return random.ints(length, 'a', 'a' + kinds)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
