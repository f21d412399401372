package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.SuiteModel;

/** The models that a suite describes, as conversations carry them: JSON of {@link SuiteModel} by their names. */
final class WrittenModels {

    private static final String KEY_OF = "$";

    private WrittenModels() {}

    /** Empty if the suite describes none. */
    static ObjectNode of(JsonNode suite, ObjectMapper json) {
        ObjectNode models = json.createObjectNode();
        suite.path("models")
                .properties()
                .forEach(model -> models.set(model.getKey(), json.valueToTree(model(model.getValue()))));
        return models;
    }

    private static SuiteModel model(JsonNode written) {
        String key = written.path("key").asText(null);
        return new SuiteModel(
                written.path("base-url").asText(null),
                written.get("model").asText(),
                key == null ? null : key.substring(KEY_OF.length()));
    }
}
