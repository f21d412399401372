package io.parley.e2e.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One caller of the API.
 *
 * @param address scheme, host and port of the gateway, or of a service
 * @param token what the caller shows, or null for nothing
 */
public record Api(URI address, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A caller that shows nothing. */
    public static Api at(URI address) {
        return new Api(address, null);
    }

    /** The same with a token. */
    public Api with(String newToken) {
        return new Api(address, newToken);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Posts JSON. */
    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** Posts JSON with further headers. */
    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Answer.write(body)));
        headers.forEach(request::header);
        return send(request);
    }

    /** Posts text of any media type. */
    public Answer post(String path, String mediaType, BodyPublisher body) {
        return send(request(path).header("Content-Type", mediaType).POST(body));
    }

    /** Sends a body by any method; an empty one is none. */
    public Answer send(String method, String path, String mediaType, String body) {
        HttpRequest.Builder request = request(path);
        return body.isEmpty()
                ? send(request.method(method, BodyPublishers.noBody()))
                : send(request.header("Content-Type", mediaType).method(method, BodyPublishers.ofString(body)));
    }

    /** Opens a WebSocket; the future ends with it open or with the reason why not. */
    public CompletableFuture<WebSocket> listen(String path, WebSocket.Listener listener) {
        WebSocket.Builder socket = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
        if (token != null) {
            socket.header("Authorization", "Bearer " + token);
        }
        return socket.buildAsync(URI.create(address.toString().replaceFirst("^http", "ws") + path), listener);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(request.build() + " was not answered", unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
