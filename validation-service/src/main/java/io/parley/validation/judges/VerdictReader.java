package io.parley.validation.judges;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.validation.assertions.Quote;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a judge's reply: one JSON object of just {@code verdict} (pass or fail), {@code confidence} (0 to 1) and
 * {@code reasons} (1 to {@value #MOST_REASONS} texts), with nothing before or after it but white space. Whatever is only
 * like that is malformed: guessing what a judge may have meant would be judging in its place.
 */
final class VerdictReader {

    private static final int MOST_REASONS = 10;
    private static final int LONGEST_REPLY = 20_000;
    private static final Set<String> KEYS = Set.of("verdict", "confidence", "reasons");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private VerdictReader() {}

    /**
     * The opinion in a reply.
     *
     * @throws MalformedVerdict if there is none
     */
    static Opinion read(@Nullable String reply) {
        if (reply == null || reply.isBlank()) {
            throw new MalformedVerdict("the reply is empty");
        }
        if (reply.length() > LONGEST_REPLY) {
            throw new MalformedVerdict("the reply is longer than " + LONGEST_REPLY + " characters");
        }
        return opinion(parsed(reply));
    }

    private static JsonNode parsed(String reply) {
        try {
            return JSON.readTree(reply);
        } catch (JsonProcessingException malformed) {
            throw new MalformedVerdict("the reply is not one JSON object and nothing else");
        }
    }

    private static Opinion opinion(JsonNode object) {
        require(object.isObject(), "the reply is not one JSON object and nothing else");
        object.fieldNames().forEachRemaining(VerdictReader::requireKnown);
        return new Opinion(
                holds(object.path("verdict")), confidence(object.path("confidence")), reason(object.path("reasons")));
    }

    private static void requireKnown(String key) {
        require(KEYS.contains(key), "the reply has the unknown key " + Quote.of(key));
    }

    private static boolean holds(JsonNode verdict) {
        return switch (Optional.ofNullable(verdict.textValue()).orElse("")) {
            case "pass" -> true;
            case "fail" -> false;
            default -> throw new MalformedVerdict("verdict is not \"pass\" or \"fail\"");
        };
    }

    private static double confidence(JsonNode confidence) {
        double value = confidence.isNumber() ? confidence.doubleValue() : -1;
        require(value >= 0 && value <= 1, "confidence is not a number from 0 to 1");
        return value;
    }

    private static String reason(JsonNode reasons) {
        require(
                reasons.isArray()
                        && !reasons.isEmpty()
                        && reasons.size() <= MOST_REASONS
                        && StreamSupport.stream(reasons.spliterator(), false).allMatch(JsonNode::isTextual),
                "reasons is not a list of 1 to " + MOST_REASONS + " texts");
        return StreamSupport.stream(reasons.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" "));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new MalformedVerdict(otherwise);
        }
    }
}
