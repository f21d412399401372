package io.parley.run.progress;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;

/**
 * Shows the turns of a run's conversations as they happen, each a {@link io.parley.contracts.LiveTurn} as JSON, and {@code
 * {"missed": n}} where the client was too slow for some. Turns can get lost without a word too. Once the run has ended the socket
 * closes with 1000.
 */
@WebSocket(path = "/api/v1/runs/{id}/turns")
@RolesAllowed({Access.VIEWER, Access.RUNS_READ})
class TurnSocket {

    private final TurnFeeds feeds;

    TurnSocket(TurnFeeds feeds) {
        this.feeds = feeds;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        WorkspaceId workspace = WorkspaceId.fromString(connection.userData().get(ProgressAccess.WORKSPACE));
        feeds.add(workspace, run(connection), connection);
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        feeds.remove(run(connection), connection);
        return Uni.createFrom().voidItem();
    }

    private static RunId run(WebSocketConnection connection) {
        return RunId.fromString(connection.pathParam("id"));
    }
}
