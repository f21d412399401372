package io.parley.validation.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A chat endpoint on a real socket that keeps what it was asked and answers by a script, whose last line repeats. */
public final class StubModel implements AutoCloseable {

    /** Tokens that it says each of its answers took. */
    public static final int INPUT_TOKENS = 100;

    public static final int OUTPUT_TOKENS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A request as it arrived.
     *
     * @param text the body, byte for byte
     */
    public record Received(String uri, @Nullable String authorization, String text) {

        public JsonNode body() {
            return parsed(text);
        }

        /** What the message at this place says. */
        public String message(int index) {
            return body().at("/messages/" + index + "/content").textValue();
        }
    }

    /** One line of the script. */
    public interface Line extends Consumer<HttpServerRequest> {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    private StubModel(HttpServer server) {
        this.server = server;
    }

    public static StubModel scripted(Vertx vertx, Line... script) {
        HttpServer server = vertx.createHttpServer();
        StubModel model = new StubModel(server);
        server.requestHandler(request -> request.bodyHandler(body -> model.take(request, body, script)));
        get(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
        return model;
    }

    /** A well-formed verdict. */
    public static Line verdict(String verdict, double confidence, String... reasons) {
        ObjectNode reply = JSON.createObjectNode().put("verdict", verdict).put("confidence", confidence);
        List.of(reasons).forEach(reply.withArray("reasons")::add);
        return says(reply.toString());
    }

    /** A chat completion of any text. */
    public static Line says(String text) {
        return request -> end(request, completion(text));
    }

    /** The same, some time later. */
    public static Line slowly(Vertx vertx, Duration pause, Line then) {
        return request -> vertx.setTimer(pause.toMillis(), fired -> then.accept(request));
    }

    /** A body that may be no chat completion. */
    public static Line sends(String body) {
        return request -> end(request, body);
    }

    public static Line status(int status, String body) {
        return request -> {
            request.response().setStatusCode(status);
            end(request, body);
        };
    }

    public static Line busy(int retryAfter) {
        return request -> {
            request.response().setStatusCode(429).putHeader("retry-after", Integer.toString(retryAfter));
            end(request, "{\"error\": \"slow down\"}");
        };
    }

    /** Never answers. */
    public static Line silent() {
        return request -> {};
    }

    /** Ends the connection without an answer. */
    public static Line hangsUp() {
        return request -> {
            var unused = request.connection().close();
        };
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    /** Requests so far, in the order of their arrival. */
    public List<Received> received() {
        return received;
    }

    /** Most requests that were under way at once. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public void close() {
        get(server.close().toCompletionStage().toCompletableFuture());
    }

    private void take(HttpServerRequest request, Buffer body, Line... script) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        request.response().endHandler(ended -> underWay.decrementAndGet());
        received.add(new Received(request.uri(), request.getHeader("authorization"), body.toString()));
        script[Math.min(received.size(), script.length) - 1].accept(request);
    }

    private static void end(HttpServerRequest request, String body) {
        var unused =
                request.response().putHeader("content-type", "application/json").end(body);
    }

    private static String completion(String text) {
        return String.format(
                Locale.ROOT,
                "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": %s}}], \"usage\": {\"prompt_tokens\": %d, \"completion_tokens\": %d}}",
                JSON.getNodeFactory().textNode(text),
                INPUT_TOKENS,
                OUTPUT_TOKENS);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
