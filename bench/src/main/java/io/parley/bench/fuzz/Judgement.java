package io.parley.bench.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What every answer has to be, whatever was asked: none says that the platform failed, and what refuses says why. */
final class Judgement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 400;
    private static final int MALFORMED = 400;
    private static final int FAILED = 500;

    private Judgement() {}

    /** What is wrong with an answer. */
    static Optional<String> of(String uri, int status, MultiMap headers, String body) {
        if (status >= FAILED) {
            return Optional.of(status + " " + body);
        }
        if (status < REFUSED || (status == MALFORMED && isNoUri(uri))) {
            return Optional.empty();
        }
        return ofRefusal(status, headers, body);
    }

    /** Who asks for what is no URI is turned away by the server below the gateway, which says no more than that. */
    private static boolean isNoUri(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException malformed) {
            return true;
        }
    }

    private static Optional<String> ofRefusal(int status, MultiMap headers, String body) {
        String type = headers.get("Content-Type");
        if (type == null || !type.startsWith("application/problem+json")) {
            return Optional.of(status + " of type " + type + ": " + body);
        }
        try {
            JsonNode problem = JSON.readTree(body);
            boolean whole = problem.path("status").asInt() == status
                    && problem.hasNonNull("type")
                    && problem.hasNonNull("code")
                    && problem.hasNonNull("title");
            return whole ? Optional.empty() : Optional.of(status + " without all of a problem: " + body);
        } catch (JsonProcessingException broken) {
            return Optional.of(status + " is no JSON: " + body);
        }
    }
}
