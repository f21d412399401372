package io.parley.e2e.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An assistant that knows what was said before in a conversation, wants a key, and blurts it out in its answers:
 * {@code {"answer": "You said: MESSAGE", "turn": N, "before": [MESSAGE, ...], "key": KEY}}. Asked for {@code the key}, it
 * tells it in the answer.
 */
final class Assistant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubTarget server;
    private final URI url;
    private final Map<String, List<String>> conversations = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private Assistant(StubTarget server) {
        this.server = server;
        this.url = server.on("/talk", this::answer);
    }

    static Assistant start() throws IOException {
        return new Assistant(StubTarget.start());
    }

    URI url() {
        return url;
    }

    /** Every key it was shown. */
    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** How many conversations were held with it. */
    int conversations() {
        return conversations.size();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(StubTarget.body(exchange));
        String message = question.path("message").asText();
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Key"));
        keys.add(key);
        List<String> before = conversations.computeIfAbsent(
                question.path("conversation").asText(), first -> new CopyOnWriteArrayList<>());
        Map<String, Object> answer = Map.of(
                "answer",
                message.contains("the key") ? "The key is " + key : "You said: " + message,
                "turn",
                before.size() + 1,
                "before",
                before,
                "key",
                key);
        String text = JSON.writeValueAsString(answer);
        before.add(message);
        StubTarget.answer(exchange, "application/json", text);
    }
}
