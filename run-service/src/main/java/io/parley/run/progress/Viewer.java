package io.parley.run.progress;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** One socket. It gets a snapshot once it has taken the one before, so a slow one skips some and keeps nothing waiting. */
final class Viewer {

    private final WebSocketConnection connection;
    private final Context context;
    private @Nullable Snapshot shown;
    private @Nullable Snapshot latest;
    private boolean sending;

    Viewer(WebSocketConnection connection, Context context) {
        this.connection = connection;
        this.context = context;
    }

    void show(Snapshot snapshot) {
        latest = snapshot;
        if (!sending && !snapshot.equals(shown)) {
            sending = true;
            shown = snapshot;
            var unused = send(snapshot).subscribe().with(done -> sent(), gone -> {});
        }
    }

    private Uni<Void> send(Snapshot snapshot) {
        Uni<Void> sent = connection.sendText(snapshot.json());
        return snapshot.run().status().ended() ? sent.chain(() -> connection.close(CloseReason.NORMAL)) : sent;
    }

    private void sent() {
        context.runOnContext(now -> {
            sending = false;
            if (latest != null) {
                show(latest);
            }
        });
    }
}
