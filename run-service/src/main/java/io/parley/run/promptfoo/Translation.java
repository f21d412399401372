package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.Regex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Assertions of the kinds that rules decide, as Parley's own where both mean the same, else as a script that does what promptfoo does. */
final class Translation {

    private static final double CLOSE = 0.5;
    private static final double OVERLAPPING = 0.75;
    private static final double FEW = 5;

    /** By type, the threshold where an assertion has none. */
    private static final Map<String, Double> THRESHOLDS = Map.of(
            "bleu",
            CLOSE,
            "gleu",
            CLOSE,
            "meteor",
            CLOSE,
            "rouge-n",
            OVERLAPPING,
            "levenshtein",
            FEW,
            "tool-call-f1",
            1.0);

    /** What means the same to RE2 and to JavaScript, but for the size of what repeats. Takes no stack, as it never goes back. */
    private static final Pattern SAME_TO_BOTH = Pattern.compile(
            "(?:[^\\\\(\\[]|\\\\[dDwWbB]|\\\\[^\\p{Alnum}]|\\((?!\\?)|\\(\\?:|\\[(?![\\[\\]:^]*[\\[\\]]))*+");

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String SCHEMA = "$schema";

    private final Folder folder;
    private final Values values;
    private final boolean chat;

    /** @param chat whether what is asked reports calls of tools beside its words */
    Translation(Folder folder, Values values, boolean chat) {
        this.folder = folder;
        this.values = values;
        this.chat = chat;
    }

    ObjectNode translate(Assertion assertion) {
        Piece value = assertion.value();
        return switch (assertion.type()) {
            case "equals" -> equal(assertion);
            case "contains" -> text("contains", assertion);
            case "icontains" -> text("contains", assertion).put("ignore-case", true);
            case "contains-any", "contains-all" -> list(assertion.type(), assertion);
            case "icontains-any", "icontains-all" ->
                list(assertion.type().substring(1), assertion).put("ignore-case", true);
            case "starts-with", "finish-reason" -> text(assertion.type(), assertion);
            case "regex" -> isSameToBoth(assertion.text()) ? text("regex", assertion) : script(assertion);
            case "is-json" -> value.isThere() ? Json.object("json-schema", schema(assertion)) : yes("is-json");
            case "contains-json" ->
                value.isThere()
                        ? Json.object("contains-json", Json.object("schema", schema(assertion)))
                        : yes("contains-json");
            case "is-html" -> yes("is-html");
            case "is-xml", "contains-xml" -> xml(assertion);
            case "is-sql", "contains-sql" -> sql(assertion);
            case "is-refusal" -> refusal();
            case "levenshtein" -> levenshtein(assertion);
            case "similar", "similar:cosine" -> close("similar", assertion, OVERLAPPING);
            case "meteor" -> meteor(assertion);
            case "word-count" -> wordCount(assertion);
            case "latency" -> latency(assertion);
            case "cost" -> Json.object("cost", Json.object().put("at-most", limit(assertion)));
            case "tool-call-f1" -> chat ? toolCalls(assertion) : script(assertion);
            default -> script(assertion);
        };
    }

    /** As a script that looks at an answer after these transforms. */
    ObjectNode script(Assertion assertion, List<String> transforms) {
        JsonNode wanted = assertion.value().value();
        boolean bySchema = assertion.type().equals("is-json") && !wanted.isMissingNode();
        if (bySchema || !Scripts.types().contains(assertion.type())) {
            throw new Unsupported(assertion.type() + " after a transform");
        }
        Double threshold = assertion.threshold() == null ? THRESHOLDS.get(assertion.type()) : assertion.threshold();
        return new Script(values, transforms)
                .of(assertion.type(), wanted, threshold)
                .map(script -> Json.object().put("javascript", script))
                .orElseThrow(() -> new Unsupported(assertion.type() + " with statements in its template"));
    }

    private ObjectNode script(Assertion assertion) {
        if (!List.of("contains-html", "latency").contains(assertion.type())
                && !assertion.value().isThere()) {
            throw assertion.refused("needs a value");
        }
        return script(assertion, List.of());
    }

    private static ObjectNode yes(String type) {
        return Json.object().put(type, true);
    }

    private ObjectNode text(String type, Assertion assertion) {
        return Json.object().put(type, values.in(assertion.text()));
    }

    private ObjectNode equal(Assertion assertion) {
        JsonNode value = assertion.value().value();
        if (value.isContainerNode()) {
            return Json.object("json-path", Json.object().put("path", "$").set("equals", value));
        }
        if (value.isMissingNode() || value.isNull()) {
            throw assertion.refused("needs a value; an empty text needs quotes");
        }
        return Json.object().put("equals", values.in(assertion.value().text()));
    }

    private ObjectNode list(String type, Assertion assertion) {
        Piece value = assertion.value();
        if (value.isText() && TemplateText.isTemplate(value.text())) {
            return script(assertion);
        }
        List<String> parts = value.isText()
                ? ExpectedCell.separated(value.text())
                : value.elements().stream().map(Piece::text).map(values::in).toList();
        if (parts.isEmpty()) {
            throw assertion.refused("needs a value: texts, in a list or with commas between them");
        }
        return Json.object(type, Json.texts(parts));
    }

    private static boolean isSameToBoth(String pattern) {
        try {
            var unused = Regex.compile(pattern, false);
            return !TemplateText.isTemplate(pattern)
                    && SAME_TO_BOTH.matcher(pattern).matches();
        } catch (InvalidExpression ofJavaScriptPerhaps) {
            return false;
        }
    }

    private JsonNode schema(Assertion assertion) {
        Piece value = assertion.value();
        if (value.isText() && TemplateText.isTemplate(value.text())) {
            throw new Unsupported(assertion.type() + " with a template for a schema");
        }
        JsonNode schema =
                value.isText() ? folder.parsed(assertion.at(), value.text()).orElseGet(Json::object) : value.value();
        if (!(schema instanceof ObjectNode object)) {
            throw assertion.refused("needs a JSON Schema as its value");
        }
        return object.has(SCHEMA) ? object : object.deepCopy().put(SCHEMA, DRAFT);
    }

    private static ObjectNode xml(Assertion assertion) {
        Piece value = assertion.value();
        Piece written = value.has("requiredElements") ? value.get("requiredElements") : value;
        List<String> elements = written.isText()
                ? List.of(written.text().split("\\s*,\\s*"))
                : written.value().isArray()
                        ? written.elements().stream().map(Piece::text).toList()
                        : List.of();
        return elements.isEmpty()
                ? yes(assertion.type())
                : Json.object(assertion.type(), Json.object("elements", Json.texts(elements)));
    }

    private static ObjectNode sql(Assertion assertion) {
        if (assertion.value().has("allowedTables") || assertion.value().has("allowedColumns")) {
            throw new Unsupported(assertion.type() + " with allowed tables or columns");
        }
        return yes(assertion.type());
    }

    /** Who says nothing refuses too. */
    private static ObjectNode refusal() {
        return Json.object(
                "any",
                Json.NODES.arrayNode().add(yes("refusal")).add(Json.object().put("regex", "^\\s*$")));
    }

    private ObjectNode levenshtein(Assertion assertion) {
        int distance = (int) Math.floor(assertion.threshold(FEW));
        return Json.object(
                "levenshtein",
                Json.object().put("to", values.in(assertion.text())).put("at-most", distance));
    }

    private ObjectNode close(String type, Assertion assertion, double usual) {
        List<String> texts = assertion.value().elements().stream()
                .map(Piece::text)
                .map(values::in)
                .toList();
        if (texts.isEmpty()) {
            throw assertion.refused("needs a value: a text or a list of texts");
        }
        ObjectNode measured = Json.object().put("at-least", assertion.threshold(usual));
        return Json.object(
                type, texts.size() == 1 ? measured.put("to", texts.getFirst()) : measured.set("to", Json.texts(texts)));
    }

    private ObjectNode meteor(Assertion assertion) {
        if (Optional.of(assertion.at())
                .filter(at -> at.has("alpha") || at.has("beta") || at.has("gamma"))
                .isPresent()) {
            throw new Unsupported("meteor with other weights");
        }
        return close("meteor", assertion, CLOSE);
    }

    private ObjectNode wordCount(Assertion assertion) {
        Piece value = assertion.value();
        if (value.value().isObject()) {
            ObjectNode range = Json.object();
            List.of("min", "max").stream()
                    .filter(value::has)
                    .forEach(bound -> range.set(bound, value.get(bound).value()));
            return Json.object("word-count", range);
        }
        return value.text().matches("\\d{1,9}")
                ? Json.object("word-count", Json.object().put("exact", Integer.parseInt(value.text())))
                : script(assertion);
    }

    private ObjectNode latency(Assertion assertion) {
        double milliseconds = limit(assertion);
        boolean whole = milliseconds >= 1 && milliseconds < 10_000_000 && milliseconds == Math.rint(milliseconds);
        return whole
                ? Json.object("latency", Json.object().put("at-most", (long) milliseconds + "ms"))
                : script(assertion);
    }

    private static double limit(Assertion assertion) {
        if (assertion.threshold() == null) {
            throw assertion.refused("needs a threshold that is a number");
        }
        return assertion.threshold();
    }

    private static ObjectNode toolCalls(Assertion assertion) {
        List<String> names = assertion.value().isText()
                ? ExpectedCell.separated(assertion.value().text())
                : assertion.value().elements().stream().map(Piece::text).toList();
        ObjectNode called = Json.object().put("at-least", assertion.threshold(1));
        return Json.object("tool-call-f1", called.set("names", Json.texts(names)));
    }
}
