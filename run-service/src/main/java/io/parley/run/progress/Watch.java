package io.parley.run.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.run.runs.RunView;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One run and those who watch it. Announcements say when to look, the database says what there is to see; so one that
 * got lost with Redis costs at most {@value #PERIOD_MILLIS} ms, and one too many costs nothing. However many
 * announcements and viewers there are, the run is read once in {@value #PAUSE_MILLIS} ms.
 *
 * <p>Confined to one event loop.
 */
final class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final long PAUSE_MILLIS = 200;
    private static final long PERIOD_MILLIS = 1_000;
    private static final long AT_ONCE_MILLIS = 1;

    private final Vertx vertx;
    private final Supplier<Uni<RunView>> run;
    private final ObjectMapper json;
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final long periodic;
    private boolean scheduled;
    private boolean changed;

    Watch(Vertx vertx, Supplier<Uni<RunView>> run, ObjectMapper json) {
        this.vertx = vertx;
        this.run = run;
        this.json = json;
        this.periodic = vertx.setPeriodic(PERIOD_MILLIS, timer -> changed());
    }

    void add(WebSocketConnection connection) {
        viewers.put(connection.id(), new Viewer(connection, vertx.getOrCreateContext()));
        look(AT_ONCE_MILLIS);
    }

    /** Whether somebody is left. */
    boolean remove(WebSocketConnection connection) {
        viewers.remove(connection.id());
        if (viewers.isEmpty()) {
            vertx.cancelTimer(periodic);
        }
        return !viewers.isEmpty();
    }

    /** The run may have changed. */
    Watch changed() {
        look(PAUSE_MILLIS);
        return this;
    }

    private void look(long delayMillis) {
        changed = true;
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(delayMillis, timer -> read());
        }
    }

    private void read() {
        changed = false;
        var unused = run.get().subscribe().with(this::show, this::failed);
    }

    private void show(RunView view) {
        try {
            Snapshot snapshot = new Snapshot(view, json.writeValueAsString(view));
            List.copyOf(viewers.values()).forEach(viewer -> viewer.show(snapshot));
            lookAgain();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a run that is no JSON", impossible);
        }
    }

    private void failed(Throwable failure) {
        LOG.warnf("message=\"run not shown, looking again\" reason=\"%s\"", failure.toString());
        lookAgain();
    }

    private void lookAgain() {
        scheduled = false;
        if (changed) {
            look(PAUSE_MILLIS);
        }
    }
}
