package io.parley.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Event;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.platform.ids.Ids;
import io.parley.platform.messaging.Publisher;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class OutboxTest {

    @Inject
    Pool database;

    @Inject
    Publisher publisher;

    @Inject
    ObjectMapper json;

    private OutboxRelay relay;
    private Outbox outbox;

    @BeforeEach
    void makeRelay() {
        relay = new OutboxRelay(database, publisher);
        outbox = relay.outbox(json);
    }

    @Test
    void what_a_transaction_appended_is_published_in_order_and_then_gone() {
        List<RunCancelled> events =
                IntStream.range(0, 450).mapToObj(i -> cancelled()).toList();
        try (TestBroker broker = TestBroker.connect()) {
            String heard = broker.listen(RunCancelled.class);

            database.withTransaction(transaction -> appendAll(transaction, events))
                    .subscribeAsCompletionStage()
                    .join();
            relay.wake();

            List<RunCancelled> published = new ArrayList<>();
            await().untilAsserted(() -> {
                published.addAll(broker.takeAll(heard, RunCancelled.class));
                assertThat(published).hasSize(events.size());
            });
            assertThat(published).isEqualTo(events);
            await().untilAsserted(() -> assertThat(rows()).isZero());
        }
    }

    @Test
    void what_a_transaction_rolled_back_is_never_published() {
        try (TestBroker broker = TestBroker.connect()) {
            String heard = broker.listen(RunCancelled.class);
            var failing = database.withTransaction(transaction -> outbox.append(transaction, cancelled())
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))));

            assertThatThrownBy(() -> failing.subscribeAsCompletionStage().join())
                    .isInstanceOf(CompletionException.class);

            assertThat(rows()).isZero();
            assertThat(broker.take(heard)).isEmpty();
        }
    }

    private Uni<Void> appendAll(SqlConnection transaction, List<? extends Event> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Event event : events) {
            all = all.chain(() -> outbox.append(transaction, event));
        }
        return all;
    }

    private long rows() {
        return database.query("select count(*) from outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .subscribeAsCompletionStage()
                .join();
    }

    private static RunCancelled cancelled() {
        return new RunCancelled(
                new RunId(Ids.next()), TestTokens.newWorkspace(), Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
