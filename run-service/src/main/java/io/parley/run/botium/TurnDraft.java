package io.parley.run.botium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;

/** A turn as it is written, step by step. */
final class TurnDraft {

    /** What a turn may expect. */
    private static final int MOST_EXPECTED = 100;

    private final ObjectNode turn = JsonNodeFactory.instance.objectNode();
    private final ArrayNode expect = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode capture = JsonNodeFactory.instance.objectNode();

    TurnDraft(String user) {
        turn.put("user", user);
    }

    void expect(JsonNode assertion) {
        if (expect.size() < MOST_EXPECTED - 1) {
            expect.add(assertion);
        } else if (expect.size() < MOST_EXPECTED) {
            expect.add(Expected.unsupported("more than " + (MOST_EXPECTED - 1) + " expectations of one answer"));
        }
    }

    void capture(String variable, String path) {
        capture.putObject(variable).put("json-path", path);
    }

    boolean expectsNothing() {
        return expect.isEmpty();
    }

    ObjectNode written() {
        if (!expect.isEmpty()) {
            turn.set("expect", expect);
        }
        if (!capture.isEmpty()) {
            turn.set("capture", capture);
        }
        return turn;
    }
}
