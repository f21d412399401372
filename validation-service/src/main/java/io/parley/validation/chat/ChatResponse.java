package io.parley.validation.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, read to its end.
 *
 * @param retryAfter the header as it came
 * @param sent bytes of the request
 */
record ChatResponse(int status, @Nullable String retryAfter, String body, int sent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_OF_A_TOKEN = 4;

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the request as such was not to the endpoint's liking. */
    boolean isRefusal() {
        return status == 400 || status == 422;
    }

    /** Whether the same request may have an answer later. */
    boolean isPassing() {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    /** The reply in it; something else than a chat completion is a {@link TryFailed}. */
    Reply reply() {
        JsonNode document = document();
        JsonNode message = document.at("/choices/0/message");
        if (!message.isObject()) {
            throw new TryFailed("it answered with something else than a chat completion", null);
        }
        @Nullable String text = message.path("content").textValue();
        return new Reply(text, usage(document.path("usage"), text));
    }

    private JsonNode document() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new TryFailed("it answered with something else than JSON", null);
        }
    }

    /** Where an endpoint does not count, a budget must hold nevertheless: a token for every four bytes. */
    private Usage usage(JsonNode usage, @Nullable String text) {
        return new Usage(
                counted(usage.path("prompt_tokens"), sent),
                counted(usage.path("completion_tokens"), text == null ? 0 : text.length()));
    }

    private static long counted(JsonNode count, int bytes) {
        boolean told = count.isIntegralNumber() && count.canConvertToInt() && count.intValue() >= 0;
        return told ? count.intValue() : Math.ceilDiv(bytes, BYTES_OF_A_TOKEN);
    }
}
