package io.parley.validation.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Need;
import java.util.List;

/**
 * What a script says.
 *
 * @param script an expression or the body of a function
 * @param output the text it looks at
 * @param json the text that it gets parsed
 * @param turns the conversation so far
 * @param execution scripts that share it share the time that one execution may take
 */
record Evaluation(String script, String output, String json, List<Said> turns, Effort execution)
        implements Need<ScriptResult> {

    /** What the prelude is given. A script that does not name the JSON or the turns has not the cost of them. */
    String input() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("script", script).put("output", output).put("json", script.contains("json") ? json : "");
        ArrayNode all = input.putArray("turns");
        (script.contains("turns") ? turns : List.<Said>of())
                .forEach(turn -> all.addObject()
                        .put("user", turn.user())
                        .put("answer", turn.answer())
                        .put("latencyMs", turn.latencyMs()));
        return input.toString();
    }

    /** A turn as scripts see it. */
    record Said(String user, String answer, double latencyMs) {}
}
