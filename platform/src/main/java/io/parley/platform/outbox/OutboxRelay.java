package io.parley.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Message;
import io.parley.platform.messaging.Publisher;
import io.parley.platform.messaging.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Publishes what lies in the {@link Outbox}. The rows stay locked while they are published, so that a relay that dies
 * leaves them to the next; one relay of all replicas works at a time, which keeps the order.
 *
 * <p>A service that has an outbox makes one of these, calls {@link #wake()} after each commit that appended something,
 * and on a timer for what a dead process left.
 */
public final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;

    private static final String CLAIM = """
            select id, routing_key, workspace_id, body::text as body, traceparent from outbox
            where pg_try_advisory_xact_lock(hashtext('outbox'), hashtext(current_schema()))
            order by id limit $1 for update skip locked
            """;

    private final Pool database;
    private final Publisher publisher;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    public OutboxRelay(Pool database, Publisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    /** The outbox that this relay empties. */
    public Outbox outbox(ObjectMapper json) {
        return new Outbox(json);
    }

    /** Publishes what is there, soon. Never fails: what could not be published stays for the next call. */
    public void wake() {
        again.set(true);
        if (working.compareAndSet(false, true)) {
            again.set(false);
            var unused = relayAll().subscribe().with(done -> rest(), this::failed);
        }
    }

    private Uni<Void> relayAll() {
        return database.withTransaction(this::relayBatch)
                .chain(published ->
                        published == BATCH ? relayAll() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> relayBatch(SqlConnection transaction) {
        return transaction.preparedQuery(CLAIM).execute(Tuple.of(BATCH)).chain(rows -> publish(transaction, rows));
    }

    private Uni<Integer> publish(SqlConnection transaction, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(0);
        }
        List<Row> claimed = StreamSupport.stream(rows.spliterator(), false).toList();
        UUID[] ids = claimed.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return publisher
                .publishMessages(claimed.stream().map(OutboxRelay::message).toList())
                .chain(() -> transaction
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.tuple().addArrayOfUUID(ids)))
                .replaceWith(claimed.size());
    }

    private static Message message(Row row) {
        return new Message(
                row.getString("routing_key"),
                new WorkspaceId(row.getUUID("workspace_id")),
                new Trace(row.getString("traceparent")),
                row.getString("body").getBytes(StandardCharsets.UTF_8));
    }

    private void rest() {
        working.set(false);
        if (again.get()) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        LOG.warnf("message=\"outbox not published, it stays\" reason=\"%s\"", failure.toString());
        working.set(false);
    }
}
