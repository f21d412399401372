package io.parley.run.progress;

import io.parley.run.runs.RunView;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One run and those who watch its turns. Confined to one event loop. */
final class TurnFeed {

    private static final Logger LOG = Logger.getLogger(TurnFeed.class);

    private final Supplier<Uni<RunView>> run;
    private final Context context;
    private final Map<String, TurnViewer> viewers = new HashMap<>();
    private boolean looking;

    TurnFeed(Supplier<Uni<RunView>> run, Context context) {
        this.run = run;
        this.context = context;
    }

    void add(WebSocketConnection connection) {
        viewers.put(
                connection.id(),
                new TurnViewer(
                        turn -> connection.sendText(turn),
                        () -> connection.close(CloseReason.NORMAL),
                        task -> context.runOnContext(now -> task.run())));
    }

    /** Whether somebody is left. */
    boolean remove(WebSocketConnection connection) {
        viewers.remove(connection.id());
        return !viewers.isEmpty();
    }

    void show(String turn) {
        viewers.values().forEach(viewer -> viewer.show(turn));
    }

    /** Looks whether there is anything more to come, unless it is looking. */
    void look() {
        if (looking) {
            return;
        }
        looking = true;
        var unused = run.get()
                .onTermination()
                .invoke(() -> context.runOnContext(now -> looking = false))
                .subscribe()
                .with(
                        view -> context.runOnContext(now -> endIf(view.status().ended())),
                        failure -> LOG.warnf("message=\"run not looked at\" reason=\"%s\"", failure.toString()));
    }

    private void endIf(boolean ended) {
        if (ended) {
            List.copyOf(viewers.values()).forEach(TurnViewer::end);
        }
    }
}
