package io.parley.bench.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes requests of operations: a third of them good, as far as the description tells, the others spoilt somewhere. */
final class RequestMaker {

    /** Writes what readers will not take: it is they that are tried. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final String TYPE = "Content-Type";
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "multipart/form-data",
            "*/*",
            "json",
            "/");

    /** As they are on the wire: not every one is the encoding of something. */
    private static final List<String> ODD_PARTS =
            List.of("%00", "%ff", "%zz", "%", "%2e%2e%2f", "%2F", ";a=b", "a%20b", ".", "*", "-1", "0", "1e3");

    private final GoodValues values;
    private final Samples samples = Samples.read();

    RequestMaker(JsonNode document, Learnt learnt) {
        this.values = new GoodValues(document, learnt);
    }

    FuzzRequest request(Operation operation, Dice dice) {
        boolean good = dice.percent(33);
        Map<String, String> headers = new TreeMap<>();
        String uri = uri(operation, good, headers, dice);
        Buffer body = operation
                .body()
                .map(described -> body(operation, described, good, headers, dice))
                .orElseGet(() -> good || dice.percent(90) ? Buffer.buffer() : Buffer.buffer("{}"));
        return new FuzzRequest(operation, uri, headers, body);
    }

    private String uri(Operation operation, boolean good, Map<String, String> headers, Dice dice) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            String value = value(parameter, operation, good || dice.percent(60), dice);
            switch (parameter.place()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", value);
                case "query" -> add(query, parameter, value, good, dice);
                default -> headers.put(parameter.name(), value);
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static void add(List<String> query, Operation.Parameter parameter, String value, boolean good, Dice dice) {
        if (parameter.required() || dice.percent(50)) {
            query.add(parameter.name() + "=" + value);
        }
        if (!good && dice.percent(10)) {
            query.add(parameter.name() + "=" + encoded(dice.pick(OddValues.TEXTS)));
        }
    }

    private String value(Operation.Parameter parameter, Operation operation, boolean good, Dice dice) {
        if (!good) {
            return dice.percent(40) ? dice.pick(ODD_PARTS) : encoded(dice.pick(OddValues.TEXTS));
        }
        String whose = parameter.name().equals("id") ? operation.subject().replaceAll("s$", "") : parameter.name();
        JsonNode value = values.of(parameter.schema(), whose, dice);
        return encoded(value.isArray() && !value.isEmpty() ? value.get(0).asText() : value.asText());
    }

    /** Short enough for a request line: what is too long is refused there, and never tried. */
    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.length() > 3_000 ? encoded.substring(0, 3_000) : encoded;
    }

    private Buffer body(
            Operation operation, Operation.Body described, boolean good, Map<String, String> headers, Dice dice) {
        headers.put(TYPE, good || dice.percent(93) ? described.mediaType() : dice.pick(OTHER_TYPES));
        JsonNode fit = samples.of(operation, dice).orElseGet(() -> values.of(described.schema(), "", dice));
        if (good) {
            return Buffer.buffer(text(fit));
        }
        return switch (dice.below(10)) {
            case 0 -> Buffer.buffer();
            case 1 -> Buffer.buffer(text(OddValues.any(dice)));
            case 2 -> flipped(Buffer.buffer(text(fit)), dice);
            case 3, 4 -> Buffer.buffer(Spoiler.spoilt(text(fit), dice));
            default ->
                Buffer.buffer(fit.isTextual() ? Spoiler.spoilt(text(fit), dice) : text(Spoiler.spoilt(fit, dice)));
        };
    }

    private static String text(JsonNode value) {
        try {
            return value.isTextual() ? value.textValue() : JSON.writeValueAsString(value);
        } catch (JsonProcessingException neverOfANode) {
            throw new IllegalStateException(neverOfANode);
        }
    }

    /** Some bytes are others: what comes is no text any more. */
    private static Buffer flipped(Buffer text, Dice dice) {
        for (int times = 1 + dice.below(3); times > 0 && text.length() > 0; times--) {
            text.setByte(dice.below(text.length()), (byte) dice.below(256));
        }
        return text;
    }
}
