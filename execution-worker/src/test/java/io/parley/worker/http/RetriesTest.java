package io.parley.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.worker.BrokenOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Duration PLENTY = Duration.ofMinutes(1);
    private final BrokenOff failure = new BrokenOff("target-unreachable", "away");

    private final Retries retries = new Retries(new Random(7));

    @Test
    void pauses_double_and_differ_by_chance() {
        for (int tries = 1; tries < Retries.MAX_TRIES; tries++) {
            Duration least = Duration.ofMillis(200).multipliedBy(1L << (tries - 1));

            assertThat(retries.pause(TryFailed.connection(failure), tries, PLENTY))
                    .hasValueSatisfying(pause -> assertThat(pause)
                            .isBetween(least, least.multipliedBy(3).dividedBy(2)));
        }
    }

    @Test
    void after_five_tries_there_is_no_other() {
        assertThat(retries.pause(TryFailed.connection(failure), 5, PLENTY)).isEmpty();
    }

    @Test
    void a_pause_that_outlasts_the_conversation_is_not_made() {
        assertThat(retries.pause(TryFailed.connection(failure), 1, Duration.ofMillis(199)))
                .isEmpty();
        assertThat(retries.pause(TryFailed.busy(failure, Duration.ofSeconds(60)), 1, PLENTY))
                .isEmpty();
    }

    @Test
    void the_targets_wish_is_respected() {
        assertThat(retries.pause(TryFailed.busy(failure, Duration.ofSeconds(7)), 1, PLENTY))
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_100)));
    }

    @Test
    void retry_after_is_a_number_of_seconds_or_a_date() {
        Instant now = Instant.parse("2015-10-21T07:27:30Z");

        assertThat(RetryAfter.parse("120", now)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Wed, 21 Oct 2015 07:28:00 GMT", now)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Wed, 21 Oct 2015 07:00:00 GMT", now)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", now)).isNull();
        assertThat(RetryAfter.parse("-5", now)).isNull();
        assertThat(RetryAfter.parse("99999999999999999999", now)).isNull();
        assertThat(RetryAfter.parse(null, now)).isNull();
    }
}
