package io.parley.run.suites;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.SuiteFormat;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One case of the file, which is one conversation for each combination of the lists in its variables and the rows of its data.
 *
 * @param head JSON of the conversation up to the value of {@code vars}
 * @param tail what follows that value; made when it is asked for, since of many cases with shared parts they are long
 * @param turns most that one conversation comes to
 */
record WrittenCase(String head, Variables variables, Supplier<String> tail, int turns, int repeat, Duration budget) {

    private static final String DEFAULT_TIMEOUT = "10s";

    static WrittenCase of(JsonNode written, CaseRows data, JsonNode suite, ObjectNode models, ObjectMapper json) {
        JsonNode defaults = suite.path("defaults");
        Duration timeout = SuiteFormat.duration(
                written.path("timeout").asText(defaults.path("timeout").asText(DEFAULT_TIMEOUT)));
        List<JsonNode> turns = Parts.included(written.path("turns"), suite.path("parts"));
        SimulatedUser user = WrittenSimulations.of(written);
        int most = turns.size() + (user == null ? 0 : user.maxTurns());
        return new WrittenCase(
                head(written, json),
                new Variables(written.path("vars"), data, json),
                () -> tail(written, turns, timeout, models, json),
                most,
                written.path("repeat").asInt(defaults.path("repeat").asInt(1)),
                timeout.multipliedBy(most).plus(user == null ? Duration.ZERO : user.time()));
    }

    /** How many cases it stands for. */
    int count() {
        return variables.count();
    }

    Stream<Case> cases() {
        String end = tail.get();
        return variables.combinations().map(vars -> new Case(head + vars + end, turns, repeat, budget));
    }

    private static String head(JsonNode written, ObjectMapper json) {
        ObjectNode head = json.createObjectNode();
        head.set("name", written.get("name"));
        head.set("tags", list(written, "tags", json));
        head.set("skills", list(written, "skills", json));
        String closed = text(head, json);
        return closed.substring(0, closed.length() - 1) + ",\"vars\":";
    }

    private static String tail(
            JsonNode written, List<JsonNode> said, Duration timeout, ObjectNode models, ObjectMapper json) {
        ObjectNode tail = json.createObjectNode();
        ArrayNode turns = tail.putArray("turns");
        said.forEach(turn -> turns.add(turn(turn, json)));
        tail.set("expect", list(written, "expect", json));
        if (written.has("threshold")) {
            tail.set("threshold", written.get("threshold"));
        }
        tail.put("timeout", timeout.toString());
        if (written.has("tools")) {
            ArrayNode tools = tail.putArray("tools");
            written.get("tools").forEach(tool -> tools.add(tool(tool)));
        }
        if (written.path("keep-requests").asBoolean(false)) {
            tail.put("keepRequests", true);
        }
        if (!models.isEmpty()) {
            tail.set("models", models);
        }
        if (written.has("simulate")) {
            tail.set("simulate", json.valueToTree(WrittenSimulations.of(written)));
        }
        return "," + text(tail, json).substring(1);
    }

    private static ObjectNode turn(JsonNode written, ObjectMapper json) {
        ObjectNode turn = json.createObjectNode();
        JsonNode user = written.get("user");
        turn.set("user", user.isArray() ? user.get(0) : user);
        turn.set("expect", list(written, "expect", json));
        ObjectNode capture = turn.putObject("capture");
        written.path("capture")
                .properties()
                .forEach(entry -> capture.putObject(entry.getKey())
                        .set("jsonPath", entry.getValue().get("json-path")));
        if (user.size() > 1) {
            ArrayNode alternatives = turn.putArray("alternatives");
            user.valueStream().skip(1).forEach(alternatives::add);
        }
        if (written.has("when")) {
            turn.set("when", written.get("when"));
        }
        return turn;
    }

    private static ObjectNode tool(JsonNode written) {
        ObjectNode tool = written.deepCopy();
        if (tool.has("delay")) {
            tool.put("delay", SuiteFormat.duration(tool.get("delay").asText()).toString());
        }
        return tool;
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
