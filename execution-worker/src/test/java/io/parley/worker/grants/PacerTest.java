package io.parley.worker.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final long MILLI = 1_000_000;

    private final Pacer pacer = new Pacer();
    private final List<Integer> gone = new ArrayList<>();

    @Test
    void without_a_grant_nothing_goes() {
        assertThat(pacer.tryGo(0)).isFalse();
    }

    @Test
    void without_a_limit_everything_goes() {
        pacer.limitTo(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        for (int request = 0; request < 1_000; request++) {
            assertThat(pacer.tryGo(7)).isTrue();
        }
    }

    @Test
    void requests_go_at_the_rate_and_in_their_order() {
        pacer.limitTo(10, Double.POSITIVE_INFINITY);

        send(5, 1_000 * MILLI);

        assertThat(goneBy(1_000)).containsExactly(0);
        assertThat(goneBy(1_049)).containsExactly(0);
        assertThat(goneBy(1_050)).containsExactly(0, 1);
        assertThat(goneBy(1_149)).containsExactly(0, 1);
        assertThat(goneBy(1_150)).containsExactly(0, 1, 2);
        assertThat(goneBy(1_250)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void over_a_second_no_more_go_than_the_rate_however_seldom_the_clock_ticks() {
        pacer.limitTo(100, Double.POSITIVE_INFINITY);

        send(1_000, 0);
        for (int time = 0; time <= 1_000; time += 20) {
            due(time);
        }

        assertThat(gone).hasSizeBetween(99, 106);
    }

    @Test
    void what_an_answer_took_in_tokens_is_worked_off_before_the_next_request() {
        pacer.limitTo(Double.POSITIVE_INFINITY, 100);

        assertThat(pacer.tryGo(0)).isTrue();
        assertThat(pacer.tryGo(0)).isTrue();
        pacer.spent(30, 100 * MILLI);
        pacer.spent(20, 200 * MILLI);

        assertThat(pacer.tryGo(599 * MILLI)).isFalse();
        assertThat(pacer.tryGo(600 * MILLI)).isTrue();
    }

    @Test
    void nonsense_about_tokens_holds_nothing_up_for_more_than_five_minutes() {
        pacer.limitTo(Double.POSITIVE_INFINITY, 1);

        pacer.spent(Long.MAX_VALUE, 0);
        pacer.spent(Long.MAX_VALUE, 0);

        assertThat(pacer.tryGo(299_999 * MILLI)).isFalse();
        assertThat(pacer.tryGo(300_000 * MILLI)).isTrue();
    }

    @Test
    void tokens_that_nobody_counts_hold_nothing_up_not_even_a_request_that_was_asked_for_a_moment_before() {
        pacer.limitTo(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        pacer.spent(1_000_000, 1);

        assertThat(pacer.tryGo(0)).isTrue();
    }

    @Test
    void time_that_passed_unused_is_not_made_up_for() {
        pacer.limitTo(10, Double.POSITIVE_INFINITY);
        pacer.tryGo(0);

        send(50, 10_000 * MILLI);

        assertThat(goneBy(10_000)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_later_request_does_not_overtake_those_that_wait() {
        pacer.limitTo(10, Double.POSITIVE_INFINITY);
        send(2, 0);

        assertThat(pacer.tryGo(200 * MILLI)).isFalse();
        assertThat(goneBy(200)).containsExactly(0, 1);
    }

    @Test
    void nothing_goes_while_the_target_wants_to_be_left_alone() {
        pacer.limitTo(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        pacer.holdUntil(500 * MILLI);

        send(3, 100 * MILLI);

        assertThat(goneBy(499)).isEmpty();
        assertThat(goneBy(500)).containsExactly(0, 1, 2);
    }

    @Test
    void a_new_rate_holds_at_once_for_those_that_wait() {
        pacer.limitTo(0.01, Double.POSITIVE_INFINITY);
        send(3, 0);

        pacer.limitTo(10, Double.POSITIVE_INFINITY);

        assertThat(goneBy(51)).containsExactly(0, 1);
    }

    private void send(int requests, long now) {
        for (int request = 0; request < requests; request++) {
            int number = request;
            if (pacer.tryGo(now)) {
                gone.add(number);
            } else {
                pacer.await(() -> gone.add(number));
            }
        }
    }

    private List<Integer> goneBy(long milli) {
        due(milli);
        return gone;
    }

    private void due(long milli) {
        pacer.due(milli * MILLI).forEach(Runnable::run);
    }
}
