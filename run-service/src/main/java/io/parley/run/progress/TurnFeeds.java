package io.parley.run.progress;

import io.parley.contracts.LiveTurn;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.channels.Channel;
import io.parley.run.runs.Runs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The runs whose turns somebody watches through this replica. Workers are told which ones, again and again while they are watched,
 * and tell of turns only then. All of it happens on one event loop, so nothing is locked.
 */
@ApplicationScoped
class TurnFeeds {

    private final Runs runs;
    private final Vertx vertx;
    private final Context context;
    private final Channel turns;
    private final Channel watched;
    private final Map<RunId, TurnFeed> feeds = new HashMap<>();

    TurnFeeds(Runs runs, Redis redis, Vertx vertx) {
        this.runs = runs;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.turns = new Channel(redis, vertx, LiveTurn.CHANNEL);
        this.watched = new Channel(redis, vertx, LiveTurn.WATCHED_CHANNEL);
    }

    void start(@Observes StartupEvent event) {
        turns.listen(this::heard, () -> {});
        vertx.setPeriodic(LiveTurn.WATCHED_EVERY.toMillis(), timer -> context.runOnContext(now -> keepUp()));
    }

    void stop(@Observes ShutdownEvent event) {
        turns.close();
    }

    void add(WorkspaceId workspace, RunId run, WebSocketConnection connection) {
        context.runOnContext(now -> {
            TurnFeed feed = feeds.computeIfAbsent(run, id -> new TurnFeed(() -> runs.require(workspace, id), context));
            feed.add(connection);
            feed.look();
            watched.say(run.toString());
        });
    }

    void remove(RunId run, WebSocketConnection connection) {
        context.runOnContext(now -> feeds.computeIfPresent(run, (id, feed) -> feed.remove(connection) ? feed : null));
    }

    private void keepUp() {
        if (!feeds.isEmpty()) {
            watched.say(feeds.keySet().stream().map(RunId::toString).collect(Collectors.joining(",")));
            feeds.values().forEach(TurnFeed::look);
        }
    }

    private void heard(String message) {
        int end = message.indexOf(' ');
        RunId run = RunId.fromString(message.substring(0, end));
        context.runOnContext(now -> show(run, message.substring(end + 1)));
    }

    private void show(RunId run, String turn) {
        TurnFeed feed = feeds.get(run);
        if (feed != null) {
            feed.show(turn);
        }
    }
}
