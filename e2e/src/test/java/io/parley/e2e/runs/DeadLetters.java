package io.parley.e2e.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.e2e.api.Api;
import io.parley.e2e.platform.Platform;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The dead letters of a platform, as its operator sees them. */
public final class DeadLetters {

    private static final String PATH = "/api/v1/admin/dead-letters";

    private final Api operator;

    private DeadLetters(Api operator) {
        this.operator = operator;
    }

    public static DeadLetters of(Platform platform) throws IOException {
        Properties secrets = platform.secrets();
        Api anybody = Api.at(platform.address());
        String token = anybody.post(
                        "/api/v1/auth/login",
                        Map.of(
                                "email", secrets.getProperty("owner-email"),
                                "password", secrets.getProperty("owner-password")))
                .expect(200)
                .json()
                .path("accessToken")
                .asText();
        return new DeadLetters(anybody.with(token));
    }

    /** How many there are of one queue. */
    public int waiting(String queue) {
        return waiting().getOrDefault(queue, 0);
    }

    /** How many there are, by queue; queues without any are left out. */
    public Map<String, Integer> waiting() {
        Map<String, Integer> waiting = new TreeMap<>();
        for (JsonNode queue : operator.get(PATH).expect(200).json().path("items")) {
            if (queue.path("messages").asInt() > 0) {
                waiting.put(queue.path("queue").asText(), queue.path("messages").asInt());
            }
        }
        return waiting;
    }
}
