package io.parley.worker.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.LiveTurn;
import io.parley.contracts.RunId;
import io.parley.contracts.Target;
import io.parley.platform.channels.Channel;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class WatchersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Vertx vertx;

    @Inject
    Redis redis;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    private final Results results = new Results();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        AtomicBoolean listening = new AtomicBoolean();
        new Channel(redis, vertx, LiveTurn.CHANNEL).listen(heard::add, () -> listening.set(true));
        Awaitility.await().atMost(PATIENCE).untilTrue(listening);
    }

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void turns_of_a_run_that_somebody_watches_are_told_as_they_happen_and_those_of_others_are_not() {
        RunId watched = new RunId(Ids.next());
        RunId other = new RunId(Ids.next());
        try (StubTarget bot = StubTarget.answering(vertx, "{\"reply\": \"hello, top-secret\"}")) {
            HttpTarget target = Requests.withHeaders(
                    Requests.target(bot.url()),
                    Map.of("X-Key", "{{ secrets.KEY }}"),
                    Map.of("KEY", sealer.seal("top-secret")));
            awaitWatched(watched, target);

            hold(other, target, "not watched");
            ExecutionCompleted result = hold(watched, target, "one", "two");

            List<LiveTurn> told = told(result);
            assertThat(told).extracting(LiveTurn::turn).containsExactlyInAnyOrder(1, 2);
            assertThat(told).extracting(LiveTurn::user).containsExactlyInAnyOrder("one", "two");
            assertThat(told).allSatisfy(turn -> {
                assertThat(turn.runId()).isEqualTo(watched);
                assertThat(turn.answer()).isEqualTo("hello, ***");
                assertThat(turn.latency()).isNotNull();
                assertThat(turn.failure()).isNull();
            });
            assertThat(heard).noneMatch(message -> message.startsWith(other.toString()));
        }
    }

    @Test
    void a_conversation_that_breaks_off_is_told_with_its_reason() {
        RunId watched = new RunId(Ids.next());
        try (StubTarget bot = StubTarget.answering(
                vertx, (request, body) -> request.response().setStatusCode(500).end())) {
            HttpTarget target = Requests.target(bot.url());
            awaitWatched(watched, target);

            ExecutionCompleted result = hold(watched, target, "one", "two");

            LiveTurn told = told(result).getFirst();
            assertThat(told.turn()).isOne();
            assertThat(told.answer()).isNull();
            assertThat(told.failure()).isEqualTo(result.transcript().failure());
        }
    }

    /** Says that the run is watched until turns of it are told. */
    private void awaitWatched(RunId run, Target target) {
        Channel watching = new Channel(redis, vertx, LiveTurn.WATCHED_CHANNEL);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            watching.say(run.toString());
            hold(run, target, "anything");
            return heard.stream().anyMatch(message -> message.startsWith(run.toString()));
        });
    }

    private ExecutionCompleted hold(RunId run, Target target, String... messages) {
        ExecutionRequested request = Requests.request(run, target, Requests.saying(messages));
        return results.of(request);
    }

    private List<LiveTurn> told(ExecutionCompleted result) {
        int turns =
                result.transcript().exchanges().size() + (result.transcript().failure() == null ? 0 : 1);
        Awaitility.await().atMost(PATIENCE).until(() -> turns(result).size() >= turns);
        return turns(result);
    }

    private List<LiveTurn> turns(ExecutionCompleted result) {
        return heard.stream()
                .map(message -> read(message.substring(message.indexOf(' ') + 1)))
                .filter(turn -> turn.executionId().equals(result.executionId()))
                .toList();
    }

    private LiveTurn read(String message) {
        try {
            return json.readValue(message, LiveTurn.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
