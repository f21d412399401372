package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.SuiteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users of cases whom models play. */
final class WrittenSimulations {

    private static final int USUALLY_MOST_TURNS = 8;

    private WrittenSimulations() {}

    /** The models that play users, each once. */
    static List<Simulator> models(JsonNode suite, ObjectNode models, ObjectMapper json) {
        return suite.get("cases")
                .valueStream()
                .filter(written -> written.has("simulate"))
                .map(written -> written.get("simulate").get("model").asText())
                .distinct()
                .map(name -> new Simulator(name, json.convertValue(models.get(name), SuiteModel.class)))
                .toList();
    }

    /** The simulated user of a case, or null if it has none. */
    static @Nullable SimulatedUser of(JsonNode written) {
        JsonNode user = written.path("simulate");
        return user.isMissingNode()
                ? null
                : new SimulatedUser(
                        user.get("persona").asText(),
                        user.get("goal").asText(),
                        user.get("model").asText(),
                        user.path("max-turns").asInt(USUALLY_MOST_TURNS),
                        user.has("max-tokens") ? user.get("max-tokens").longValue() : null,
                        user.path("stop").asText(null),
                        user.has("seed") ? user.get("seed").longValue() : null);
    }
}
