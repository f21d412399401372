package io.parley.run.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roastedroot.quickjs4j.core.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs scripts of suites on the engine that the platform runs them on. */
public final class Scripts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Scripts() {}

    /** What a script says of the last of these answers. */
    public static boolean evaluate(String script, String... answers) {
        List<Map<String, String>> turns =
                Arrays.stream(answers).map(answer -> Map.of("answer", answer)).toList();
        String body = script.contains("return ") ? script : "return (" + script + "\n)";
        String call = "console.log((function (output, json, turns) {'use strict';" + body + "\n})("
                + literal(answers[answers.length - 1]) + ", null, " + literal(turns) + "))";
        try (Engine engine = Engine.builder().build()) {
            engine.exec(engine.compile(call));
            return switch (String.valueOf(engine.stdout()).strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalStateException("said " + engine.stdout() + engine.stderr());
            };
        }
    }

    private static String literal(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
