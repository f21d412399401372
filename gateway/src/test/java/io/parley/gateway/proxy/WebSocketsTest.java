package io.parley.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

@GatewayTest
class WebSocketsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void messages_pass_both_ways() {
        Listener listener = new Listener();
        WebSocket socket = open("/api/v1/runs/7/progress", Client.token(), listener);

        socket.sendText("hello", true).join();
        socket.sendText("x".repeat(300_000), true).join();

        await().atMost(SOON).untilAsserted(() -> assertThat(listener.messages).hasSize(2));
        assertThat(listener.messages.getFirst()).isEqualTo("hello");
        assertThat(listener.messages.getLast()).hasSize(300_000);
        socket.abort();
    }

    @Test
    void the_handshake_carries_a_token_and_a_request_id_and_no_api_key() {
        Listener listener = new Listener();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-API-Key", "plk_good_ws")
                .header("X-Request-Id", "ws-1")
                .buildAsync(uri("/api/v1/runs/7/progress"), listener)
                .join();

        socket.sendText("headers", true).join();

        await().atMost(SOON).untilAsserted(() -> assertThat(listener.messages).hasSize(1));
        assertThat(listener.messages.getFirst()).startsWith("Bearer ey").endsWith(" ws-1 null");
        socket.abort();
    }

    @Test
    void a_browser_can_carry_its_token_in_a_subprotocol() {
        Listener listener = new Listener();
        String carried = URLEncoder.encode(
                        "quarkus-http-upgrade#Authorization#Bearer " + Client.token(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", carried)
                .buildAsync(uri("/api/v1/runs/7/progress"), listener)
                .join();

        socket.sendText("headers", true).join();

        await().atMost(SOON).untilAsserted(() -> assertThat(listener.messages).hasSize(1));
        assertThat(listener.messages.getFirst()).startsWith("Bearer ey");
        assertThat(socket.getSubprotocol()).isEqualTo("bearer-token-carrier");
        socket.abort();
    }

    @Test
    void the_services_close_code_reaches_the_client() {
        Listener listener = new Listener();
        WebSocket socket = open("/api/v1/runs/7/progress", Client.token(), listener);

        socket.sendText("close 4001 the run is over", true).join();

        await().atMost(SOON).untilAsserted(() -> assertThat(listener.closed).containsExactly("4001 the run is over"));
    }

    @Test
    void the_clients_close_code_reaches_the_service() {
        Client.known().get("/api/v1/runs/gone");
        WebSocket socket = open("/api/v1/runs/7/progress", Client.token(), new Listener());

        socket.sendClose(4002, "enough").join();

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Client.known().get("/api/v1/runs/gone").asString())
                                .isEqualTo("socket 4002"));
    }

    @Test
    void a_client_that_vanishes_is_gone_for_the_service_too() {
        Client.known().get("/api/v1/runs/gone");
        WebSocket socket = open("/api/v1/runs/7/progress", Client.token(), new Listener());

        socket.abort();

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Client.known().get("/api/v1/runs/gone").asString())
                                .startsWith("socket"));
    }

    @Test
    void the_handshake_is_refused_as_any_request_is() {
        assertThat(refusal("/api/v1/runs/7/progress", "nonsense")).isEqualTo(401);
        assertThat(refusal("/api/v1/nowhere", Client.token())).isEqualTo(404);
        assertThat(refusal("/api/v1/telemetry/live", Client.token())).isEqualTo(503);
    }

    @Test
    void the_services_refusal_is_passed_on() {
        assertThat(refusal("/api/v1/runs/7/other", Client.token())).isEqualTo(409);
    }

    private static int refusal(String path, String token) {
        Throwable failure = catchThrowable(() -> open(path, token, new Listener()));
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) Objects.requireNonNull(failure.getCause()))
                .getResponse()
                .statusCode();
    }

    private static WebSocket open(String path, String token, WebSocket.Listener listener) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(uri(path), listener)
                .join();
    }

    private static URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + Client.port() + path);
    }

    private static final class Listener implements WebSocket.Listener {

        private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
        private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.add(code + " " + reason);
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }
}
