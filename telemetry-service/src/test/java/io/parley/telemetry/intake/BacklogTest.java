package io.parley.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.TelemetryEvent;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class BacklogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Far more than may wait, and than are sent from one look at the queue to the next. */
    private static final int MANY = 20_000;

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Pool database;

    @Inject
    Rows rows;

    private SqlConnection connection;
    private Transaction blockade;

    @BeforeEach
    void blockStorage() {
        connection = database.getConnection().await().atMost(PATIENCE);
        blockade = connection.begin().await().atMost(PATIENCE);
        var unused = connection
                .query("lock table event_identity in exclusive mode")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        connection.close().await().atMost(PATIENCE);
    }

    @Test
    void what_nobody_stores_is_refused_before_it_fills_the_broker_and_nothing_accepted_is_lost() {
        int accepted = 0;
        Response answer = sender.send(Sample.event("message.sent"));
        while (answer.statusCode() == 202 && accepted < MANY) {
            accepted++;
            answer = sender.send(Sample.event("message.sent"));
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(sender.sendBatch(Sample.events(2, "message.sent")).statusCode())
                .isEqualTo(503);
        assertThat(RestAssured.get("/q/metrics").asString()).containsPattern("parley_telemetry_backlog [1-9]");

        blockade.commit().await().atMost(PATIENCE);
        TelemetryEvent next = Sample.event("message.sent");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sender.send(next).statusCode()).isEqualTo(202));
        int stored = accepted + 1;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(stored));
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
    }
}
