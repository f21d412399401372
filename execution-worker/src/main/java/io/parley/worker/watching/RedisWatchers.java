package io.parley.worker.watching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.LiveTurn;
import io.parley.contracts.Transcript;
import io.parley.platform.channels.Channel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Tells over Redis. Of a run that nobody watches nothing is told, nor written as JSON; that nobody does is known without asking. */
@ApplicationScoped
class RedisWatchers implements Watchers {

    private static final int LONGEST_TEXT = 4_000;

    private final WatchedRuns watched = new WatchedRuns();
    private final Channel turns;
    private final Channel watching;
    private final ObjectMapper json;
    private final Clock clock;

    RedisWatchers(Redis redis, Vertx vertx, ObjectMapper json, Clock clock) {
        this.turns = new Channel(redis, vertx, LiveTurn.CHANNEL);
        this.watching = new Channel(redis, vertx, LiveTurn.WATCHED_CHANNEL);
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        watching.listen(runs -> watched.watched(runs, System.nanoTime()), () -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        watching.close();
    }

    @Override
    public void answered(ExecutionRequested request, int turn, Exchange exchange) {
        if (isWatched(request)) {
            tell(turn(request, turn, exchange, null));
        }
    }

    @Override
    public void brokeOff(ExecutionRequested request, Transcript transcript) {
        if (isWatched(request)) {
            tell(turn(request, transcript.exchanges().size() + 1, null, transcript.failure()));
        }
    }

    /** What was held before does not happen now. */
    private boolean isWatched(ExecutionRequested request) {
        return request.target() instanceof LiveTarget && watched.has(request.runId(), System.nanoTime());
    }

    private LiveTurn turn(
            ExecutionRequested request, int turn, @Nullable Exchange exchange, @Nullable Failure failure) {
        return new LiveTurn(
                request.runId(),
                request.executionId(),
                request.attempt(),
                request.repeat(),
                request.conversation().name(),
                turn,
                clock.instant(),
                exchange == null ? null : cut(exchange.user()),
                exchange == null ? null : cut(exchange.answer()),
                exchange == null ? null : exchange.status(),
                exchange == null ? null : exchange.latency(),
                exchange == null ? null : exchange.firstByte(),
                exchange == null ? null : exchange.tries(),
                failure);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    private void tell(LiveTurn turn) {
        try {
            turns.say(turn.runId() + " " + json.writeValueAsString(turn));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a turn that is no JSON", impossible);
        }
    }
}
