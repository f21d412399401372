package io.parley.run.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.run.runs.Runs;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;

/** The runs that somebody watches through this replica. All of it happens on one event loop, so nothing is locked. */
@ApplicationScoped
class Watches {

    private final Runs runs;
    private final Announcements announcements;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Context context;
    private final Map<RunId, Watch> watches = new HashMap<>();

    Watches(Runs runs, Announcements announcements, ObjectMapper json, Vertx vertx) {
        this.runs = runs;
        this.announcements = announcements;
        this.json = json;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent event) {
        announcements.listen(this::changed, this::missed);
    }

    void add(WorkspaceId workspace, RunId run, WebSocketConnection connection) {
        context.runOnContext(now -> watches.computeIfAbsent(
                        run, id -> new Watch(vertx, () -> runs.require(workspace, id), json))
                .add(connection));
    }

    void remove(RunId run, WebSocketConnection connection) {
        context.runOnContext(
                now -> watches.computeIfPresent(run, (id, watch) -> watch.remove(connection) ? watch : null));
    }

    private void changed(RunId run) {
        context.runOnContext(now -> watches.computeIfPresent(run, (id, watch) -> watch.changed()));
    }

    /** Announcements were missed: anything may have changed. */
    private void missed() {
        context.runOnContext(now -> watches.values().forEach(Watch::changed));
    }
}
