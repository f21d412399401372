package io.parley.run.suites;

import static io.parley.run.suites.Refusals.mistakes;
import static io.parley.run.suites.Refusals.read;
import static io.parley.run.suites.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemBody;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be read, or would come to too much. */
class SuiteTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: [1, 2' | 1 | expected ',' or ']'",
                "'a: 1\n b: 2' | 2 | mapping values are not allowed",
                "'a: &x [*x]' | 1 | refers to nothing",
                "'a: *y' | 1 | refers to nothing",
                "'a: 1\n---\nb: 2' | 2 | second document",
                "'' | 1 | empty",
                "'# only a comment' | 1 | empty",
                "'? [a, b]\n: 1' | 1 | key must be a text",
                "'a: \"\\q\"' | 1 | unknown escape",
            })
    void text_that_is_not_well_formed_is_refused_with_the_line_where_reading_ended(
            String text, int line, String message) {
        ProblemBody problem = refusal(text);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("suite-malformed");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void a_control_character_is_named_with_its_line() {
        ProblemBody problem = refusal("parley: 1\nname: \"a\u0007\"");

        assertThat(problem.errors()).containsExactly(new FieldError("", "the character U+0007 is not allowed", 2));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(refusal("[".repeat(200_000)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("nested deeper"));
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int n = 1; n < 10; n++) {
            String again = "*a" + (n - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(n, n, String.join(", ", Collections.nCopies(10, again))));
        }

        ProblemBody problem = refusal(bomb.toString());

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("more than 400000 values"));
    }

    @Test
    void a_suite_that_multiplies_to_too_many_executions_is_refused_before_it_is_multiplied() {
        String values = IntStream.range(0, 1000).mapToObj(Integer::toString).collect(Collectors.joining(", "));

        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: a
                    vars: {a: [%1$s], b: [%1$s], c: [%1$s]}
                    turns: [{user: hi}]
                """.formatted(values));

        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message())
                        .isEqualTo("multiply to 1000000000 executions; a suite has at most 100000"));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}));

        assertThat(problem.type().status()).isEqualTo(400);
    }

    @Test
    void what_neither_json_nor_the_database_can_hold_is_refused() {
        List<FieldError> mistakes = mistakes("""
                parley: 1
                name: S
                cases:
                  - name: a
                    vars: {a: .nan, b: "x\\0y", c: !secret z, d: %s}
                    turns: [{user: hi}]
                """.formatted("9".repeat(10_000)));

        assertThat(mistakes)
                .extracting(FieldError::field)
                .containsExactly("/cases/0/vars/a", "/cases/0/vars/b", "/cases/0/vars/c", "/cases/0/vars/d");
    }
}
