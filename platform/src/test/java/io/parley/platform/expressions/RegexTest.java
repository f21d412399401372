package io.parley.platform.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    @ParameterizedTest
    @CsvSource({
        "\\d+ degrees, It is 21 degrees, 21 degrees",
        "^It, It is, It",
        "is$, It is, is",
        "[äöü]+, größe, ö",
        "^.$, 😀, 😀",
    })
    void finds_the_first_match(String pattern, String text, String match) {
        assertThat(Regex.compile(pattern, false).find(text, Effort.ofOneExecution()))
                .contains(match);
    }

    @Test
    void anchors_stand_for_the_whole_text() {
        assertThat(Regex.compile("^two$", false).find("one\ntwo\n", Effort.ofOneExecution()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BERLIN, berlin", "straße, STRAßE", "σ, ς", "ÅRHUS, århus"})
    void can_ignore_case(String pattern, String text) {
        assertThat(Regex.compile(pattern, true).find(text, Effort.ofOneExecution()))
                .contains(text);
        assertThat(Regex.compile(pattern, false).find(text, Effort.ofOneExecution()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a{2", "(?=x)", "(a)\\1", "a**", "\\pX"})
    void what_is_not_re2_is_refused_or_plain_text(String pattern) {
        if (pattern.equals("a{2")) {
            assertThat(Regex.compile(pattern, false).find("a{2", Effort.ofOneExecution()))
                    .contains("a{2");
            return;
        }
        assertThatThrownBy(() -> Regex.compile(pattern, false))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageStartingWith("is no regular expression of RE2 syntax: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1000}){1000}){1000})",
                "((((a?){99}){99}){99}){99}",
                "((a{1,50}){1,50}){1,50}",
                "(([)]{100}){100}){100}"
            })
    @Timeout(2)
    void patterns_that_would_fill_the_memory_are_refused(String pattern) {
        assertThatThrownBy(() -> Regex.compile(pattern, false))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
                "\\d{4}-\\d{2}-\\d{2}(T\\d{2}(:\\d{2}){2})?",
                "^.{1,1000}$",
                "(?:[A-Z]{2}\\d{2}(?: ?\\d{4}){4,7})"
            })
    void patterns_of_everyday_size_are_taken(String pattern) {
        assertThat(Regex.compile(pattern, false).find("", Effort.ofOneExecution()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x+x+)+y", "(x|xx)*y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*y"})
    @Timeout(5)
    void patterns_that_make_backtracking_engines_hang_end_promptly(String pattern) {
        assertThat(Regex.compile(pattern, false).find("x".repeat(200_000), Effort.ofOneExecution()))
                .isEmpty();
    }

    @Test
    @Timeout(1)
    void a_large_pattern_on_a_large_text_is_given_up_before_it_starts() {
        Regex regex = Regex.compile("[^a]{1,1000}y", false);

        assertThatExceptionOfType(TooCostly.class)
                .isThrownBy(() -> regex.find("x".repeat(1 << 20), Effort.ofOneExecution()));
    }

    @Test
    void the_effort_is_shared_by_all_expressions_of_an_execution() {
        Regex regex = Regex.compile("y{50}z", false);
        String text = "x".repeat(1 << 19);
        Effort effort = Effort.ofOneExecution();

        assertThat(regex.find(text, effort)).isEmpty();
        assertThat(regex.find(text, effort)).isEmpty();
        assertThat(regex.find(text, effort)).isEmpty();

        assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> regex.find(text, effort));
        assertThat(regex.find("x", effort)).as("what is cheap still fits").isEmpty();
    }
}
