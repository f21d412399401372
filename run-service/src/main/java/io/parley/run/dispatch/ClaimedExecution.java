package io.parley.run.dispatch;

import io.parley.contracts.Event;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Message;
import io.parley.platform.messaging.Trace;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution that is being sent out.
 *
 * @param target JSON of {@link io.parley.contracts.Target}
 * @param conversation JSON of {@link io.parley.contracts.Conversation}
 * @param simulator JSON of the {@link io.parley.contracts.ChatTarget} that plays the user; null if none does
 * @param anew whether the target is to be asked whatever it has answered before
 * @param assistant JSON string: the assistant version that it is evidence of; null if it is of none
 * @param traceparent of the request that started the run
 */
record ClaimedExecution(
        UUID id,
        int attempt,
        int repeat,
        UUID runId,
        UUID workspaceId,
        String target,
        String conversation,
        @Nullable String simulator,
        boolean anew,
        @Nullable String assistant,
        @Nullable String traceparent) {

    private static final String ROUTING_KEY = Event.routingKeyOf(ExecutionRequested.class);

    static ClaimedExecution of(Row row) {
        return new ClaimedExecution(
                row.getUUID("id"),
                row.getInteger("attempt"),
                row.getInteger("repeat"),
                row.getUUID("run_id"),
                row.getUUID("workspace_id"),
                row.getString("target"),
                row.getString("conversation"),
                row.getString("simulator"),
                row.getBoolean("anew"),
                row.getString("assistant"),
                row.getString("traceparent"));
    }

    /**
     * The request to the workers. Target and conversation are in the database as they go over the wire, so {@link
     * ExecutionRequested} is put together from their text and never parsed here.
     */
    Message request() {
        String body = "{\"executionId\":\"" + id
                + "\",\"attempt\":" + attempt
                + ",\"runId\":\"" + runId
                + "\",\"workspaceId\":\"" + workspaceId
                + "\",\"target\":" + target
                + ",\"conversation\":" + conversation
                + ",\"repeat\":" + repeat
                + (simulator == null ? "" : ",\"simulator\":" + simulator)
                + (anew ? ",\"anew\":true" : "")
                + (assistant == null ? "}" : ",\"assistant\":" + assistant + "}");
        return new Message(
                ROUTING_KEY,
                new WorkspaceId(workspaceId),
                new Trace(traceparent),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
