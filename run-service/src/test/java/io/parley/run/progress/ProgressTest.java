package io.parley.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ProgressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_viewer_sees_the_run_at_once_as_it_goes_and_at_its_end() {
        Api api = Api.ofNewWorkspace();
        try (Worker worker = new Worker()) {
            String run = api.run(20, 5);
            Feed feed = watch(Api.as(api.workspace(), Access.VIEWER).token(), run);
            List<ExecutionRequested> requests = worker.take(run, 20);
            Awaitility.await().atMost(PATIENCE).until(() -> !feed.seen.isEmpty());
            assertThat(feed.seen.getFirst().getString("status")).isEqualTo("RUNNING");

            finish(worker, requests.subList(0, 10));
            Awaitility.await().atMost(PATIENCE).until(() -> feed.seen.getLast().getInt("counts.passed") == 10);
            finish(worker, requests.subList(10, 20));

            assertThat(feed.closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1000);
            assertThat(feed.seen.getLast().getString("status")).isEqualTo("COMPLETED");
            assertThat(feed.seen.getLast().getString("id")).isEqualTo(run);
            assertThat(feed.seen)
                    .extracting(view -> view.getInt("counts.passed"))
                    .isSorted()
                    .hasSizeLessThan(20);
        }
    }

    @Test
    void a_viewer_sees_that_the_run_is_paused_and_why() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);
        Feed feed = watch(api.token(), run);

        api.post("/runs/" + run + "/pause", Map.of("reason", "lunch")).statusCode(200);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !feed.seen.isEmpty()
                        && "lunch".equals(feed.seen.getLast().getString("pause.reason")));
    }

    @Test
    void a_run_that_has_ended_is_shown_once() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);
        api.post("/runs/" + run + "/cancel", "").statusCode(200);

        Feed feed = watch(api.token(), run);

        assertThat(feed.closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1000);
        assertThat(feed.seen).extracting(view -> view.getString("status")).containsExactly("CANCELLED");
    }

    @Test
    void a_browser_brings_its_token_as_a_subprotocol() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);
        String carried = URLEncoder.encode(
                        "quarkus-http-upgrade#Authorization#Bearer " + api.token(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        Feed feed = new Feed();

        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", carried)
                .buildAsync(path(run), feed)
                .join();

        Awaitility.await().atMost(PATIENCE).until(() -> !feed.seen.isEmpty());
    }

    @Test
    void only_who_may_see_the_run_can_watch_it() {
        Api api = Api.ofNewWorkspace();
        String run = api.run(1, 1);

        assertThat(refusal(Api.ofNewWorkspace().token(), run)).isEqualTo(404);
        assertThat(refusal(api.token(), UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(refusal(api.token(), "no-id")).isEqualTo(404);
        assertThat(refusal("nonsense", run)).isEqualTo(401);
        assertThat(refusal(null, run)).isEqualTo(401);
    }

    private static int refusal(@Nullable String token, String run) {
        try {
            WebSocket unexpected = open(token, run, new Feed()).get(30, TimeUnit.SECONDS);
            unexpected.abort();
            return 101;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : 0;
        } catch (InterruptedException | TimeoutException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Feed watch(String token, String run) {
        Feed feed = new Feed();
        open(token, run, feed).orTimeout(30, TimeUnit.SECONDS).join();
        return feed;
    }

    private static CompletableFuture<WebSocket> open(@Nullable String token, String run, Feed feed) {
        WebSocket.Builder socket = HttpClient.newHttpClient().newWebSocketBuilder();
        if (token != null) {
            socket.header("Authorization", "Bearer " + token);
        }
        return socket.buildAsync(path(run), feed);
    }

    private static URI path(String run) {
        return URI.create("ws://127.0.0.1:" + RestAssured.port + "/api/v1/runs/" + run + "/progress");
    }

    private static void finish(Worker worker, List<ExecutionRequested> requests) {
        requests.forEach(worker::complete);
        requests.forEach(request -> worker.validate(request, Verdict.PASS));
    }

    private static final class Feed implements WebSocket.Listener {

        private final List<JsonPath> seen = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                seen.add(new JsonPath(text.toString()));
                text.setLength(0);
            }
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
