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
 * Shows a run as it goes: the run's view as JSON at first, at changes a few times a second, and at its end, after which
 * the socket closes with 1000.
 */
@WebSocket(path = "/api/v1/runs/{id}/progress")
@RolesAllowed({Access.VIEWER, Access.RUNS_READ})
class ProgressSocket {

    private final Watches watches;

    ProgressSocket(Watches watches) {
        this.watches = watches;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        WorkspaceId workspace = WorkspaceId.fromString(connection.userData().get(ProgressAccess.WORKSPACE));
        watches.add(workspace, run(connection), connection);
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        watches.remove(run(connection), connection);
        return Uni.createFrom().voidItem();
    }

    private static RunId run(WebSocketConnection connection) {
        return RunId.fromString(connection.pathParam("id"));
    }
}
