package io.parley.run.foreign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Assertions that every format of another tool needs. */
public final class Expected {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_SCRIPT = 32_768;

    private Expected() {}

    /** One that ends as an error and names what the platform cannot do. */
    public static ObjectNode unsupported(String what) {
        return NODES.objectNode().put("unsupported", Wording.verbatim(what));
    }

    /** One that passes as soon as there is an answer, for tools that expect nothing more. */
    public static ObjectNode anyAnswer() {
        ObjectNode assertion = NODES.objectNode();
        assertion.putObject("length").put("min", 0);
        return assertion;
    }

    /** A script over {@code output}; one that is longer than a suite can have ends as an error. */
    public static ObjectNode script(String script) {
        return script.length() > LONGEST_SCRIPT
                ? unsupported("a comparison with texts of so many characters")
                : NODES.objectNode().put("javascript", script);
    }
}
