package io.parley.e2e.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** One execution with what was said and what the assertions found. */
public record Execution(
        UUID id, @JsonProperty("case") String caseName, String verdict, JsonNode transcript, JsonNode results) {

    /** What the target answered in a turn, from 0. */
    public String answer(int turn) {
        return transcript.path("exchanges").path(turn).path("answer").asText();
    }
}
