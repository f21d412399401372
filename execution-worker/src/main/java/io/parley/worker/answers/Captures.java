package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import io.parley.platform.expressions.TooCostly;
import io.parley.worker.BrokenOff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes values out of answers by JSONPath, the first match of each; paths are compiled once and kept. */
@ApplicationScoped
public class Captures {

    private static final int MAX_KEPT = 1_000;

    private final ObjectMapper json;
    private final Map<String, JsonQuery> kept = new ConcurrentHashMap<>();

    Captures(ObjectMapper json) {
        this.json = json;
    }

    /** The value at the path as templates have it; fails with {@link BrokenOff} when there is none. */
    public Object capture(String path, ResponseBody body, Effort effort) {
        JsonNode found = find(path, body, effort);
        if (found.isMissingNode() || found.isNull()) {
            throw new BrokenOff(
                    "capture-missing",
                    "the answer has nothing to capture at %s; it begins with: %s".formatted(path, body.excerpt()));
        }
        return value(found);
    }

    private JsonNode find(String path, ResponseBody body, Effort effort) {
        try {
            return compiled(path).find(body.tree(), effort).stream().findFirst().orElse(json.missingNode());
        } catch (InvalidExpression malformed) {
            throw new BrokenOff("capture-invalid", "the capture '%s' %s".formatted(path, malformed.getMessage()));
        } catch (TooCostly endless) {
            throw new BrokenOff("capture-too-costly", "the capture '%s' %s".formatted(path, endless.getMessage()));
        }
    }

    private Object value(JsonNode found) {
        try {
            return json.treeToValue(found, Object.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** When the store is full it starts anew: rare, cheap, and nothing to look after on each use. */
    private JsonQuery compiled(String path) {
        JsonQuery known = kept.get(path);
        if (known != null) {
            return known;
        }
        JsonQuery compiled = JsonQuery.compile(path);
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(path, compiled);
        return compiled;
    }
}
