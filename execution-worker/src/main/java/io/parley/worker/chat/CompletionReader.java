package io.parley.worker.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.http.EventStream;
import io.parley.worker.http.HttpLine;
import io.parley.worker.http.HttpResponse;

/** Reads completions out of responses, streamed or not: an endpoint decides that for itself. */
final class CompletionReader {

    private final ObjectReader reader;

    CompletionReader(ObjectMapper json) {
        this.reader = json.reader();
    }

    /** The body as it is without streaming; fails with {@link BrokenOff} when it is no completion. */
    JsonBody body(HttpLine line, HttpResponse response) {
        JsonBody body = line.body(unstreamed(response), reader);
        require(body);
        return body;
    }

    private static String unstreamed(HttpResponse response) {
        return response.isEventStream()
                ? CompletionStream.assembled(EventStream.dataToTheEnd(response.body()))
                        .toString()
                : response.body();
    }

    private static void require(JsonBody body) {
        JsonNode document = body.tree();
        if (document.hasNonNull("error")) {
            throw new BrokenOff("target-failed", "the endpoint answered with an error: " + body.excerpt());
        }
        if (!document.at("/choices/0/message").isObject()) {
            throw new BrokenOff(
                    "answer-no-completion",
                    "the endpoint answered with something else than a chat completion; it begins with: "
                            + body.excerpt());
        }
    }
}
