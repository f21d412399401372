package io.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void breaks_at_the_last_blank_that_fits() {
        assertThat(Wrapped.lines("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Wrapped.lines("one two", 7)).containsExactly("one two");
    }

    @Test
    void cuts_a_word_that_is_longer_than_a_line() {
        assertThat(Wrapped.lines("abcdefgh ij", 3)).containsExactly("abc", "def", "gh", "ij");
    }

    @Test
    void keeps_line_breaks_and_is_never_without_a_line() {
        assertThat(Wrapped.lines("one\ntwo", 10)).containsExactly("one", "two");
        assertThat(Wrapped.lines("", 10)).containsExactly("");
    }
}
