package io.parley.validation.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.validation.assertions.Quote;
import io.parley.validation.sandbox.ScriptFailed.Cause;

/** Reads what the prelude says of an evaluation. A script can have meddled with it: nothing is taken for granted. */
final class Returned {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PASSES_FROM = 0.5;

    private Returned() {}

    /**
     * The result.
     *
     * @throws ScriptFailed if it is none
     */
    static ScriptResult read(String output) {
        JsonNode said = parse(output);
        return switch (said.path("kind").asText()) {
            case "boolean" -> flag(said.path("value"));
            case "number" -> score(said.path("value"));
            case "object" -> object(said);
            case "syntax" -> throw failed("the script is no JavaScript, " + what(said));
            case "thrown" -> throw failed("the script throws " + what(said));
            default -> throw none(said.path("message").asText("nothing"));
        };
    }

    private static ScriptResult flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw none(value.toString());
        }
        return new ScriptResult(value.booleanValue(), value.booleanValue() ? 1 : 0, value.toString(), null);
    }

    private static ScriptResult score(JsonNode value) {
        return new ScriptResult(inRange(value) >= PASSES_FROM, inRange(value), value.toString(), null);
    }

    private static ScriptResult object(JsonNode said) {
        JsonNode pass = said.path("pass");
        JsonNode score = said.path("score");
        JsonNode reason = said.path("reason");
        if (!pass.isBoolean()) {
            throw failed("the script returns an object whose pass is not true or false");
        }
        if (!reason.isMissingNode() && !reason.isNull() && !reason.isTextual()) {
            throw failed("the script returns an object whose reason is no text");
        }
        double value = score.isMissingNode() || score.isNull() ? (pass.booleanValue() ? 1 : 0) : inRange(score);
        String returned = "{pass: " + pass + ", score: " + value + "}";
        return new ScriptResult(pass.booleanValue(), value, returned, reason.isTextual() ? reason.textValue() : null);
    }

    private static double inRange(JsonNode score) {
        if (score.isNumber() && score.doubleValue() >= 0 && score.doubleValue() <= 1) {
            return score.doubleValue();
        }
        throw failed("the script returns the score " + Quote.plain(score.toString()) + ", which is not from 0 to 1");
    }

    private static String what(JsonNode said) {
        String message = Quote.plain(said.path("message").asText());
        JsonNode place = said.path("place");
        return switch (place.size()) {
            case 1 -> message + " (line " + place.get(0).asInt() + ")";
            case 2 ->
                message + " (line " + place.get(0).asInt() + ", column "
                        + place.get(1).asInt() + ")";
            default -> message;
        };
    }

    private static ScriptFailed none(String returned) {
        return failed(
                "the script returns " + Quote.plain(returned) + ", not true or false, a number or an object with pass");
    }

    private static ScriptFailed failed(String reason) {
        return new ScriptFailed(Cause.SCRIPT, reason);
    }

    private static JsonNode parse(String output) {
        try {
            return JSON.readTree(output);
        } catch (JsonProcessingException meddled) {
            throw failed("the script returns nothing that can be read");
        }
    }
}
