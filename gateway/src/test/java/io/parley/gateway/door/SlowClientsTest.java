package io.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.parley.gateway.testing.ImpatientAndEncrypted;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Client#raw} ends when the connection does, without which these tests fail. */
@GatewayTest
@TestProfile(ImpatientAndEncrypted.class)
class SlowClientsTest {

    private static final int BETWEEN_BYTES_MILLIS = 100;

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /api/v1", "GET /api/v1/runs HTTP/1.1\nHost: x\nX-A: "})
    void a_connection_on_which_no_head_comes_ends(String beginning) throws IOException {
        assertThat(Client.raw(beginning)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /api/v1/runs HTTP/1.1\nHost: x\n\n"})
    void a_head_that_comes_byte_by_byte_does_not_come_in_time(String before) throws IOException {
        Client.raw(head("GET", "/api/v1/runs", ""));
        try (Socket socket = Client.connect()) {
            socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
            socket.getOutputStream().write(bytes(before));
            while (!before.isEmpty() && readIfThere(socket) >= 0) {
                // the answer to the request before
            }
            socket.getOutputStream().write(bytes("GET /api/v1/runs HTTP/1.1\nX-A: "));

            assertThat(isClosedWithin(200, socket)).isTrue();
        }
    }

    private static boolean isClosedWithin(int bytes, Socket socket) {
        try {
            for (int sent = 0; sent < bytes; sent++) {
                socket.getOutputStream().write('x');
                try {
                    return socket.getInputStream().read() < 0;
                } catch (SocketTimeoutException open) {
                    // the next byte
                }
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void a_connection_ends_when_no_other_request_comes() throws IOException {
        String answer = Client.raw(head("GET", "/api/v1/runs", ""));

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10", "Transfer-Encoding: chunked"})
    void a_body_that_does_not_come_is_answered_with_a_timeout(String framing) throws IOException {
        String answer = Client.raw(head("POST", "/api/v1/runs", framing + "\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "\"code\":\"too-slow\"")
                .doesNotContain("HTTP/1.1 200");
    }

    @Test
    void a_body_that_comes_byte_by_byte_does_not_come_in_time() throws IOException {
        try (Socket socket = Client.connect()) {
            socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
            socket.getOutputStream().write(bytes(head("POST", "/api/v1/runs", "Content-Length: 1000000\n")));

            int first = -1;
            for (int sent = 0; sent < 1_000_000 && first < 0; sent++) {
                socket.getOutputStream().write('x');
                first = readIfThere(socket);
            }

            socket.setSoTimeout(20_000);
            assertThat((char) first + new String(socket.getInputStream().readNBytes(11), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void a_body_after_its_answer_is_not_taken_for_ever() throws IOException {
        String answer = Client.raw(head("POST", "/api/v1/runs/early", "Content-Length: 10\n"), bytes("half"));

        assertThat(answer).startsWith("HTTP/1.1 409").endsWith("enough");
    }

    @Test
    void a_websocket_on_which_nothing_is_said_stays() throws Exception {
        Echoes echoes = new Echoes();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + Client.token())
                .buildAsync(URI.create("ws://127.0.0.1:" + Client.port() + "/api/v1/runs/7/progress"), echoes)
                .get(20, TimeUnit.SECONDS);

        Client.raw("");
        Client.raw("");
        socket.sendText("still there", true).get(20, TimeUnit.SECONDS);

        assertThat(echoes.next()).isEqualTo("still there");
        Client.raw("");
        Client.raw("");
        socket.sendText("and again", true).get(20, TimeUnit.SECONDS);
        assertThat(echoes.next()).isEqualTo("and again");
        socket.abort();
    }

    private static int readIfThere(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketTimeoutException nothing) {
            return -1;
        }
    }

    private static String head(String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token() + "\n" + headers
                + "\n";
    }

    private static byte[] bytes(String head) {
        return head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Echoes implements WebSocket.Listener {

        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        private String next() throws InterruptedException {
            return Objects.requireNonNull(said.poll(20, TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            said.add(data.toString());
            socket.request(1);
            return null;
        }
    }
}
