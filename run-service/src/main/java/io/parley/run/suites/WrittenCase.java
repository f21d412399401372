package io.parley.run.suites;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.SuiteFormat;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * One case of the file, which is one conversation for each combination of the lists in its variables.
 *
 * @param head JSON of the conversation up to the value of {@code vars}
 * @param tail what follows that value
 */
record WrittenCase(String head, Variables variables, String tail, int turns, int repeat, Duration budget) {

    private static final String DEFAULT_TIMEOUT = "10s";

    static WrittenCase of(JsonNode written, JsonNode defaults, ObjectNode models, ObjectMapper json) {
        Duration timeout = SuiteFormat.duration(
                written.path("timeout").asText(defaults.path("timeout").asText(DEFAULT_TIMEOUT)));
        int turns = written.get("turns").size();
        return new WrittenCase(
                head(written, json),
                new Variables(written.path("vars"), json),
                tail(written, timeout, models, json),
                turns,
                written.path("repeat").asInt(defaults.path("repeat").asInt(1)),
                timeout.multipliedBy(turns));
    }

    /** How many cases it stands for. */
    int count() {
        return variables.count();
    }

    Stream<Case> cases() {
        return variables.combinations().map(vars -> new Case(head + vars + tail, turns, repeat, budget));
    }

    private static String head(JsonNode written, ObjectMapper json) {
        ObjectNode head = json.createObjectNode();
        head.set("name", written.get("name"));
        head.set("tags", list(written, "tags", json));
        head.set("skills", list(written, "skills", json));
        String closed = text(head, json);
        return closed.substring(0, closed.length() - 1) + ",\"vars\":";
    }

    private static String tail(JsonNode written, Duration timeout, ObjectNode models, ObjectMapper json) {
        ObjectNode tail = json.createObjectNode();
        ArrayNode turns = tail.putArray("turns");
        written.get("turns").forEach(turn -> turns.add(turn(turn, json)));
        tail.set("expect", list(written, "expect", json));
        if (written.has("threshold")) {
            tail.set("threshold", written.get("threshold"));
        }
        tail.put("timeout", timeout.toString());
        if (!models.isEmpty()) {
            tail.set("models", models);
        }
        return "," + text(tail, json).substring(1);
    }

    private static ObjectNode turn(JsonNode written, ObjectMapper json) {
        ObjectNode turn = json.createObjectNode();
        turn.set("user", written.get("user"));
        turn.set("expect", list(written, "expect", json));
        ObjectNode capture = turn.putObject("capture");
        written.path("capture")
                .properties()
                .forEach(entry -> capture.putObject(entry.getKey())
                        .set("jsonPath", entry.getValue().get("json-path")));
        return turn;
    }

    private static JsonNode list(JsonNode written, String name, ObjectMapper json) {
        return written.has(name) ? written.get(name) : json.createArrayNode();
    }

    private static String text(JsonNode node, ObjectMapper json) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that is no JSON", impossible);
        }
    }
}
