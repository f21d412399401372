package io.parley.worker.chat;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.platform.ids.Ids;
import io.parley.worker.testing.StubTarget;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an endpoint of chat completions says, and targets behind such endpoints. */
final class Completions {

    private Completions() {}

    static void stream(HttpServerRequest request, String data) {
        if (!request.response().headWritten()) {
            request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        }
        var unused = request.response().write("data: " + data + "\n\n");
    }

    static String said(String words) {
        return completion(new JsonObject().put("role", "assistant").put("content", words), "stop");
    }

    static String calling(JsonObject... calls) {
        JsonObject message = new JsonObject()
                .put("role", "assistant")
                .putNull("content")
                .put("tool_calls", new JsonArray(List.of((Object[]) calls)));
        return completion(message, "tool_calls");
    }

    static JsonObject call(String id, String name, String arguments) {
        return new JsonObject()
                .put("id", id)
                .put("type", "function")
                .put("function", new JsonObject().put("name", name).put("arguments", arguments));
    }

    static String completion(JsonObject message, String reason) {
        JsonObject choice =
                new JsonObject().put("index", 0).put("message", message).put("finish_reason", reason);
        return new JsonObject()
                .put("choices", new JsonArray(List.of(choice)))
                .put("usage", new JsonObject().put("prompt_tokens", 1_000).put("completion_tokens", 200))
                .encode();
    }

    static ChatTarget target(StubTarget stub, boolean stream) {
        return of(stub.url() + "/v1", stream, null, Map.of());
    }

    static ChatTarget of(String url, boolean stream, @Nullable TokenPrices prices, Map<String, String> secrets) {
        return new ChatTarget(
                new TargetId(Ids.next()),
                "model",
                url,
                "small",
                Map.of(),
                null,
                Map.of(),
                stream,
                prices,
                3,
                new Limits(10, null),
                secrets);
    }
}
