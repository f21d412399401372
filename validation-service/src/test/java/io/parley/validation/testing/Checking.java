package io.parley.validation.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Exchange;
import io.parley.contracts.Transcript;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.catalogue.AssertionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads assertions from JSON with single quotes and checks them on made answers. */
public final class Checking {

    private static final AssertionReader READER = new AssertionReader();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Checking() {}

    public static Expectation read(String assertion) {
        return read(map(assertion));
    }

    public static Expectation read(Map<String, Object> assertion) {
        return READER.read(assertion);
    }

    public static Finding check(String assertion, String answer) {
        return check(assertion, Subject.ofTurn(transcript(answer), 0, Effort.ofOneExecution()));
    }

    public static Finding check(String assertion, Subject subject) {
        return read(assertion).check(subject, Answers.none());
    }

    /** A conversation of one turn for each answer; turn n took n times 100 ms, all of it 2 s. */
    public static Transcript transcript(String... answers) {
        List<Exchange> exchanges = IntStream.range(0, answers.length)
                .mapToObj(turn -> new Exchange("?", answers[turn], 200, Duration.ofMillis(100L * (turn + 1)), 1))
                .toList();
        return new Transcript(Instant.EPOCH, Duration.ofSeconds(2), exchanges, null);
    }

    public static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
