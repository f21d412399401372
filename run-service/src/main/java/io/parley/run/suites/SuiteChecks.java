package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
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
 * What a schema cannot say about a suite: names that must differ, patterns, paths and schemas that must compile with
 * the libraries that score them, and how much a suite may multiply to. Looks only at values of the right type; the
 * others are the schema's to refuse.
 */
final class SuiteChecks {

    /** Opens a template; a text with one in it is checked when an execution has rendered it. */
    private static final String TEMPLATE = "{{";

    private final Document document;
    private final Map<Expression, Optional<String>> complaints = new HashMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();

    private SuiteChecks(Document document) {
        this.document = document;
    }

    static List<FieldError> mistakes(Document document) {
        SuiteChecks checks = new SuiteChecks(document);
        checks.suite();
        return checks.mistakes;
    }

    private void suite() {
        JsonNode cases = document.value().path("cases");
        Map<String, Integer> names = new HashMap<>();
        for (int index = 0; cases.isArray() && index < cases.size(); index++) {
            List<String> path = List.of("cases", Integer.toString(index));
            name(names, cases.get(index).path("name"), path, index);
            conversation(cases.get(index), path);
        }
        new SuiteSize(document.value()).complaint().ifPresent(complaint -> refuse(List.of("cases"), complaint));
    }

    private void name(Map<String, Integer> names, JsonNode name, List<String> path, int index) {
        if (name.isTextual()) {
            Integer first = names.putIfAbsent(name.asText(), index);
            if (first != null) {
                int line = document.content().line(List.of("cases", first.toString(), "name"));
                refuse(with(path, "name"), "is the name of the case in line " + line + " too; names must differ");
            }
        }
    }

    private void conversation(JsonNode written, List<String> path) {
        expect(written.path("expect"), with(path, "expect"));
        JsonNode turns = written.path("turns");
        for (int index = 0; turns.isArray() && index < turns.size(); index++) {
            List<String> turn = with(path, "turns", Integer.toString(index));
            expect(turns.get(index).path("expect"), with(turn, "expect"));
            turns.get(index)
                    .path("capture")
                    .properties()
                    .forEach(capture -> path(
                            capture.getValue().path("json-path"),
                            with(turn, "capture", capture.getKey(), "json-path")));
        }
    }

    private void expect(JsonNode assertions, List<String> path) {
        for (int index = 0; assertions.isArray() && index < assertions.size(); index++) {
            assertion(assertions.get(index), with(path, Integer.toString(index)));
        }
    }

    private void assertion(JsonNode assertion, List<String> path) {
        expressions(assertion, path);
        expressions(assertion.path("not"), with(path, "not"));
    }

    private void expressions(JsonNode assertion, List<String> path) {
        pattern(assertion.path("regex"), with(path, "regex"));
        path(assertion.path("json-path").path("path"), with(path, "json-path", "path"));
        schema(assertion.path("json-schema"), with(path, "json-schema"));
    }

    private void pattern(JsonNode pattern, List<String> path) {
        if (isFixed(pattern)) {
            compile(pattern, path, text -> Regex.compile(text.asText(), false));
        }
    }

    private void path(JsonNode jsonPath, List<String> path) {
        if (isFixed(jsonPath)) {
            compile(jsonPath, path, text -> JsonQuery.compile(text.asText()));
        }
    }

    private void schema(JsonNode schema, List<String> path) {
        if (schema.isObject() && !schema.toString().contains(TEMPLATE)) {
            compile(schema, path, JsonRules::compile);
        }
    }

    /** A suite says the same many times over; each expression is compiled once. */
    private void compile(JsonNode expression, List<String> path, Function<JsonNode, ?> compiler) {
        complaints
                .computeIfAbsent(new Expression(path.getLast(), expression), unseen -> complaint(expression, compiler))
                .ifPresent(complaint -> refuse(path, complaint));
    }

    private static Optional<String> complaint(JsonNode expression, Function<JsonNode, ?> compiler) {
        try {
            var unused = compiler.apply(expression);
            return Optional.empty();
        } catch (InvalidExpression wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static boolean isFixed(JsonNode text) {
        return text.isTextual() && !text.asText().isEmpty() && !text.asText().contains(TEMPLATE);
    }

    private void refuse(List<String> path, String message) {
        mistakes.add(document.mistake(path, message));
    }

    private static List<String> with(List<String> path, String... steps) {
        return Stream.concat(path.stream(), Stream.of(steps)).toList();
    }

    /** @param key under which it stands, and which says what it is */
    private record Expression(String key, JsonNode text) {}
}
