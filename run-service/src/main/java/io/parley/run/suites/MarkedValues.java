package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.SuiteFormat;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import io.parley.platform.expressions.JsonRules;
import io.parley.platform.expressions.Regex;
import io.parley.platform.problems.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks a suite along its schema and checks what the schema marks with keywords of its own: values that must compile with
 * the libraries that score them, and values that must not stand too deep in others of their kind. Follows {@code $ref},
 * {@code properties}, {@code additionalProperties}, {@code items} and {@code allOf}; looks only at values of the right type,
 * the others are the schema's to refuse.
 */
final class MarkedValues {

    /** Opens a template; a text with one in it is checked when an execution has rendered it. */
    private static final String TEMPLATE = "{{";

    /** The one kind that is no text. */
    private static final String SCHEMA = "json-schema";

    private static final String SCRIPT = "javascript";

    private static final Map<String, Function<JsonNode, ?>> COMPILERS = Map.of(
            "regex",
            text -> Regex.compile(text.asText(), false),
            "json-path",
            text -> JsonQuery.compile(text.asText()),
            SCHEMA,
            JsonRules::compile);

    private final Document document;
    private final JsonNode schema;
    private final ScriptSyntax scripts;
    private final Map<Expression, Optional<String>> complaints = new HashMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();

    private MarkedValues(Document document, JsonNode schema, ScriptSyntax scripts) {
        this.document = document;
        this.schema = schema;
        this.scripts = scripts;
    }

    static List<FieldError> mistakes(Document document, SuiteSchema schema) {
        try (ScriptSyntax scripts = new ScriptSyntax()) {
            MarkedValues values = new MarkedValues(document, schema.tree(), scripts);
            values.visit(schema.tree(), new Place(document.value(), List.of(), 0));
            return values.mistakes;
        }
    }

    private void visit(JsonNode rule, Place place) {
        if (rule.has(SuiteFormat.COMPILE)) {
            compile(rule.get(SuiteFormat.COMPILE).asText(), place);
        }
        Place here = rule.has(SuiteFormat.DEEPEST) ? place.deeper() : place;
        if (here.depth() > rule.path(SuiteFormat.DEEPEST).asInt(Integer.MAX_VALUE)) {
            refuse(place, "stands too deep: groups of assertions go " + rule.get(SuiteFormat.DEEPEST) + " levels deep");
            return;
        }
        if (rule.has("$ref")) {
            visit(schema.at(rule.get("$ref").asText().substring(1)), here);
        }
        rule.path("allOf").forEach(part -> visit(part, here));
        here.value().properties().forEach(member -> visitMember(rule, here.member(member.getKey())));
        for (int index = 0; here.value().isArray() && index < here.value().size(); index++) {
            visit(rule.path("items"), here.element(index));
        }
    }

    private void visitMember(JsonNode rule, Place member) {
        String key = member.path().getLast();
        visit(rule.path("properties").path(key), member);
        if (!rule.path("properties").has(key)) {
            visit(rule.path("additionalProperties"), member);
        }
    }

    /** A suite says the same many times over; each expression is compiled once. */
    private void compile(String kind, Place place) {
        if (isFixed(kind, place.value())) {
            complaints
                    .computeIfAbsent(new Expression(kind, place.value()), this::complaint)
                    .ifPresent(complaint -> refuse(place, complaint));
        }
    }

    private Optional<String> complaint(Expression expression) {
        return expression.kind().equals(SCRIPT)
                ? scripts.complaint(expression.value().asText()).map(mistake -> "is no JavaScript: " + mistake)
                : compiled(expression);
    }

    private static Optional<String> compiled(Expression expression) {
        Function<JsonNode, ?> compiler = COMPILERS.get(expression.kind());
        if (compiler == null) {
            throw new IllegalStateException(
                    "the suite's schema wants compiled what nobody compiles: " + expression.kind());
        }
        try {
            var unused = compiler.apply(expression.value());
            return Optional.empty();
        } catch (InvalidExpression wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static boolean isFixed(String kind, JsonNode value) {
        return kind.equals(SCHEMA)
                ? value.isObject() && !value.toString().contains(TEMPLATE)
                : value.isTextual()
                        && !value.asText().isEmpty()
                        && !value.asText().contains(TEMPLATE);
    }

    private void refuse(Place place, String message) {
        mistakes.add(document.mistake(place.path(), message));
    }

    private record Expression(String kind, JsonNode value) {}

    /** @param depth of values whose depth is bounded */
    private record Place(JsonNode value, List<String> path, int depth) {

        Place deeper() {
            return new Place(value, path, depth + 1);
        }

        Place member(String key) {
            return new Place(value.path(key), with(key), depth);
        }

        Place element(int index) {
            return new Place(value.path(index), with(Integer.toString(index)), depth);
        }

        private List<String> with(String step) {
            return Stream.concat(path.stream(), Stream.of(step)).toList();
        }
    }
}
