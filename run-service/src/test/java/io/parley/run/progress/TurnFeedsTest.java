package io.parley.run.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.LiveTurn;
import io.parley.platform.access.Access;
import io.parley.platform.channels.Channel;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class TurnFeedsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Redis redis;

    @Inject
    Vertx vertx;

    @Test
    void workers_are_told_what_is_watched_and_who_watches_sees_the_turns_until_the_run_ends() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);
        String other = api.run(1, 1);
        List<String> watched = listen(LiveTurn.WATCHED_CHANNEL);
        Channel worker = new Channel(redis, vertx, LiveTurn.CHANNEL);
        Feed feed = watch(Api.as(api.workspace(), Access.VIEWER).token(), run);

        Awaitility.await().atMost(PATIENCE).until(() -> watched.stream().anyMatch(message -> message.contains(run)));
        worker.say(other + " {\"turn\":7}");
        Awaitility.await().atMost(PATIENCE).until(() -> {
            worker.say(run + " {\"turn\":1}");
            return !feed.seen.isEmpty();
        });
        api.post("/runs/" + run + "/cancel", "").statusCode(200);

        assertThat(feed.closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1000);
        assertThat(feed.seen).containsOnly("{\"turn\":1}");
        assertThat(watched).noneMatch(message -> message.contains(other));
    }

    @Test
    void the_turns_of_a_run_that_has_ended_are_over() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);
        api.post("/runs/" + run + "/cancel", "").statusCode(200);

        Feed feed = watch(api.token(), run);

        assertThat(feed.closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1000);
        assertThat(feed.seen).isEmpty();
    }

    @Test
    void only_who_may_see_the_run_can_watch_its_turns() {
        String run = Api.ofNewWorkspace().run(1, 1);
        String stranger = Api.ofNewWorkspace().token();

        CompletableFuture<WebSocket> refused = open(stranger, run, new Feed());

        assertThatThrownBy(() -> refused.orTimeout(30, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .satisfies(failure ->
                        assertThat(failure.getResponse().statusCode()).isEqualTo(404));
    }

    private List<String> listen(String channel) {
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicBoolean listening = new AtomicBoolean();
        new Channel(redis, vertx, channel).listen(heard::add, () -> listening.set(true));
        Awaitility.await().atMost(PATIENCE).untilTrue(listening);
        return heard;
    }

    private static Feed watch(String token, String run) {
        Feed feed = new Feed();
        open(token, run, feed).orTimeout(30, TimeUnit.SECONDS).join();
        return feed;
    }

    private static CompletableFuture<WebSocket> open(String token, String run, Feed feed) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://127.0.0.1:" + RestAssured.port + "/api/v1/runs/" + run + "/turns"), feed);
    }

    private static final class Feed implements WebSocket.Listener {

        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            seen.add(data.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedFuture(null);
        }
    }
}
