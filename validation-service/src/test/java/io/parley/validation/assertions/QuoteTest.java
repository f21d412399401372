package io.parley.validation.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void a_text_is_shortened_between_code_points() {
        assertThat(Quote.of("😀".repeat(120))).isEqualTo("\"" + "😀".repeat(120) + "\"");
        assertThat(Quote.of("😀".repeat(121))).isEqualTo("\"" + "😀".repeat(120) + "…\" (121 characters)");
        assertThat(Quote.plain("😀".repeat(121))).isEqualTo("😀".repeat(120) + "…");
    }

    @Test
    void what_a_database_or_a_terminal_chokes_on_is_written_out() {
        assertThat(Quote.of("a\nb\tc\r")).isEqualTo("\"a\\nb\\tc\\r\"");
        assertThat(Quote.of("\0 \u001b[31m \u0085 \u2028")).isEqualTo("\"\\u0000 \\u001b[31m \\u0085 \\u2028\"");
        assertThat(Quote.of("half \ud83d of a pair")).isEqualTo("\"half \ufffd of a pair\"");
    }
}
