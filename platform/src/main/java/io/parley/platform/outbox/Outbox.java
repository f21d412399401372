package io.parley.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Event;
import io.parley.platform.messaging.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Events that must be published exactly when a transaction committed: rows of the table {@code outbox} in the service's
 * schema, written in that transaction, published in their order and deleted by {@link OutboxRelay}. At least once each.
 *
 * <pre>{@code
 * create table outbox (
 *   id uuid primary key default uuidv7(),
 *   routing_key text not null,
 *   workspace_id uuid not null,
 *   body jsonb not null,
 *   traceparent text);
 * }</pre>
 */
public final class Outbox {

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Adds an event within the caller's transaction, in the caller's trace. */
    public Uni<Void> append(SqlConnection transaction, Event event) {
        return transaction
                .preparedQuery(
                        "insert into outbox (routing_key, workspace_id, body, traceparent) values ($1, $2, $3::text::jsonb, $4)")
                .execute(Tuple.of(
                        event.routingKey(),
                        event.workspaceId().value(),
                        body(event),
                        Trace.current().traceparent()))
                .replaceWithVoid();
    }

    private String body(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("event has no JSON form: " + event.routingKey(), failure);
        }
    }
}
