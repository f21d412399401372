package io.parley.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** An answer as it came, whatever its status. */
public record Answer(int status, String mediaType, String body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Answer of(HttpResponse<String> response) {
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), mediaType, response.body());
    }

    /** This answer, which has to have the status. */
    public Answer expect(int expected) {
        assertThat(status).as("status of the answer %s", body).isEqualTo(expected);
        return this;
    }

    /** The problem in this answer, which has to be one of the status and code. */
    public JsonNode problem(int expected, String code) {
        JsonNode problem = expect(expected).json();
        assertThat(mediaType).startsWith("application/problem+json");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("type").asText()).isEqualTo("https://parley.dev/problems/" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("requestId").asText()).isNotBlank();
        return problem;
    }

    public JsonNode json() {
        return read(body, JsonNode.class);
    }

    public <T> T as(Class<T> type) {
        return read(body, type);
    }

    /** Reads JSON that came by other ways. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException unexpected) {
            throw new AssertionError("no JSON of " + type + ": " + text, unexpected);
        }
    }

    /** As JSON. */
    public static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
