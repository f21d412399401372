package io.parley.auth.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * What a provider answered.
 *
 * @param body a JSON object, or nothing where there was something else
 */
record ProviderAnswer(int status, JsonNode body) {

    /** Longer than any document of a provider is. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isSuccess() {
        return status == 200;
    }

    /** The text of a field, empty where there is none. */
    String text(String field) {
        return body.path(field).asText("");
    }

    /** Reads it to its end or to a limit; what is too long ends the connection. */
    static Future<ProviderAnswer> read(HttpClientResponse response) {
        Promise<ProviderAnswer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() <= MOST_BYTES) {
                body.appendBuffer(part);
            } else {
                whole.tryFail(new ProviderFailed("its answer is longer than %,d bytes".formatted(MOST_BYTES)));
                var unused = response.request().reset();
            }
        });
        response.endHandler(end -> whole.tryComplete(new ProviderAnswer(response.statusCode(), json(body))));
        return whole.future();
    }

    private static JsonNode json(Buffer body) {
        try {
            return JSON.readTree(body.toString());
        } catch (JsonProcessingException somethingElse) {
            return JSON.createObjectNode();
        }
    }
}
