package io.parley.worker.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void a_sum_that_no_number_holds_is_the_largest_number() {
        Tokens sum = new Tokens(Long.MAX_VALUE - 1, 3).plus(new Tokens(2, 4));

        assertThat(sum).isEqualTo(new Tokens(Long.MAX_VALUE, 7));
    }
}
