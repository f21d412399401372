package io.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() throws IOException {
        Waiting.on(VERTX.close(), Duration.ofSeconds(10));
    }

    @Test
    void a_percentile_is_the_shortest_time_that_so_many_did_not_exceed() {
        List<Duration> took = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> Duration.ofMillis(21 - number))
                .toList();

        Timing timing = Timing.of(took);

        assertThat(timing.percentile(0.5)).isEqualTo(Duration.ofMillis(10));
        assertThat(timing.percentile(0.95)).isEqualTo(Duration.ofMillis(19));
        assertThat(Timing.of(List.of(Duration.ofMillis(7))).millis(0.5)).isEqualTo(7);
    }

    @Test
    void a_client_sends_no_more_than_it_is_to() throws IOException {
        Load load = new Load(VERTX, Collections.nCopies(4, () -> after(1)));

        assertThat(load.send(Duration.ofMillis(400), 50).requests()).isBetween(1, 20);
    }

    @Test
    void what_the_request_before_delays_took_as_much_longer() throws IOException {
        Load load = new Load(VERTX, List.of(() -> after(100)));

        Timing timing = load.send(Duration.ofMillis(500), 20);

        assertThat(timing.percentile(1)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void a_request_that_fails_ends_it() {
        Load load = new Load(VERTX, List.of(() -> Future.failedFuture("refused")));

        assertThatThrownBy(() -> load.send(Duration.ofMinutes(5))).hasMessageContaining("refused");
    }

    private static Future<Long> after(long millis) {
        return VERTX.timer(millis).map(fired -> millis);
    }
}
