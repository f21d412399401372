package io.parley.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.load.Waiting;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The parts of the benchmark without a gateway between them. */
class StubProcessTest {

    @Test
    void requests_bodies_and_sockets_come_through() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (StubProcess stub = StubProcess.start()) {
            assertThat(Requests.load(vertx, stub.url(), "token", 4)
                            .send(Duration.ofMillis(200))
                            .requests())
                    .isPositive();

            Transfer transfer = new Transfer(vertx, stub.url(), "token");
            assertThat(transfer.up(3_000_001)).isEqualTo(3_000_001);
            assertThat(transfer.down(3_000_001)).isEqualTo(3_000_001);

            try (Sockets sockets = Sockets.open(vertx, stub.url(), "token", 120)) {
                sockets.requireAlive();
                assertThat(sockets.number()).isEqualTo(120);
            }
        } finally {
            Waiting.on(vertx.close(), Duration.ofSeconds(10));
        }
    }
}
