package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Assertions that a model decides, as those that Parley's judges decide. */
final class Judges {

    /** The model that judges where none is named. */
    private static final String USUAL = "judge";

    private static final double ENOUGH = 0.7;

    private final TestCase test;
    private final Values values;

    Judges(TestCase test, Values values) {
        this.test = test;
        this.values = values;
    }

    ObjectNode translate(Assertion assertion) {
        if (test.option("rubricPrompt").isPresent() || assertion.at().has("rubricPrompt")) {
            throw new Unsupported(assertion.type() + " with a rubricPrompt");
        }
        ObjectNode asked = asked(assertion);
        return switch (assertion.type()) {
            case "llm-rubric", "model-graded-closedqa" -> Json.object("rubric", asked.put("text", text(assertion)));
            case "factuality", "model-graded-factuality" ->
                Json.object("factuality", asked.put("reference", text(assertion)));
            case "answer-relevance", "conversation-relevance" -> Json.object("answer-relevance", asked);
            case "context-recall" ->
                Json.object(assertion.type(), context(assertion, asked).put("reference", text(assertion)));
            case "context-faithfulness", "context-relevance" ->
                Json.object(assertion.type(), context(assertion, asked));
            case "g-eval" -> criteria(assertion, asked);
            default -> throw new IllegalArgumentException(assertion.type() + " is not judged");
        };
    }

    private String text(Assertion assertion) {
        JsonNode value = assertion.value().value();
        return values.in(value.isObject() ? value.toString() : assertion.text());
    }

    private ObjectNode asked(Assertion assertion) {
        Optional<Piece> provider = Optional.of(assertion.at().get("provider"))
                .filter(Piece::isThere)
                .or(() -> test.option("provider"));
        return Json.object().put("model", provider.map(Judges::model).orElse(USUAL));
    }

    /** The model's own name: of {@code openai:chat:gpt-4o} what is behind the colons. */
    private static String model(Piece provider) {
        Piece named = provider.has("text") ? provider.get("text") : provider;
        String id = named.has("id") ? named.get("id").text() : named.text();
        return OneLine.of(id.substring(id.lastIndexOf(':') + 1));
    }

    private ObjectNode context(Assertion assertion, ObjectNode asked) {
        Piece context = test.vars().get("context");
        if (context == null || assertion.at().has("contextTransform")) {
            throw new Unsupported(assertion.type() + " without a variable context");
        }
        return asked.set("context", Json.NODES.arrayNode().add(values.in("{{ context }}")));
    }

    private ObjectNode criteria(Assertion assertion, ObjectNode asked) {
        ArrayNode all = Json.NODES.arrayNode();
        for (Piece criterion : assertion.value().elements()) {
            all.add(Json.object("g-eval", asked.deepCopy().put("criteria", values.in(criterion.text()))));
        }
        if (all.isEmpty()) {
            throw assertion.refused("needs a value that says the criteria");
        }
        ObjectNode together = Json.object().put("threshold", assertion.threshold(ENOUGH));
        return all.size() == 1 ? (ObjectNode) all.get(0) : Json.object("weighted", together.set("of", all));
    }
}
