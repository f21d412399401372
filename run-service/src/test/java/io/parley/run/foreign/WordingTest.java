package io.parley.run.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void what_would_open_a_template_is_written_so_that_it_does_not() {
        assertThat(Wording.verbatim("a {{b}} {% c {# d { e {{{"))
                .isEqualTo("a {{ '{{' }}b}} {{ '{%' }} c {{ '{#' }} d { e {{ '{{' }}{");
    }

    @Test
    void literals_of_scripts_open_no_template() {
        assertThat(Wording.literal(List.of("{{{% {#", "{\"a\": {}}")))
                .isEqualTo("[\"\\u007b\\u007b\\u007b% \\u007b#\",\"{\\\"a\\\": {}}\"]");
    }
}
