package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.parley.platform.problems.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema cannot say about a suite: names that must differ, patterns, paths and schemas that must compile with
 * the libraries that score them, and how much a suite may multiply to. Looks only at values of the right type; the
 * others are the schema's to refuse.
 */
final class SuiteChecks {

    /** Opens a template; a text with one in it is checked when an execution has rendered it. */
    private static final String TEMPLATE = "{{";

    private final Document document;
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
        pattern(assertion.path("regex"), with(path, "regex"));
        path(assertion.path("json-path").path("path"), with(path, "json-path", "path"));
        schema(assertion.path("json-schema"), with(path, "json-schema"));
        JsonNode negated = assertion.path("not");
        pattern(negated.path("regex"), with(path, "not", "regex"));
        path(negated.path("json-path").path("path"), with(path, "not", "json-path", "path"));
        schema(negated.path("json-schema"), with(path, "not", "json-schema"));
    }

    private void pattern(JsonNode pattern, List<String> path) {
        String complaint = isFixed(pattern) ? complaintAboutPattern(pattern.asText()) : null;
        if (complaint != null) {
            refuse(path, complaint);
        }
    }

    static @Nullable String complaintAboutPattern(String pattern) {
        try {
            var unused = Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException wrong) {
            return "is no regular expression of RE2 syntax: " + wrong.getDescription();
        }
    }

    private void path(JsonNode jsonPath, List<String> path) {
        if (!isFixed(jsonPath)) {
            return;
        }
        try {
            var unused = JsonPath.compile(jsonPath.asText());
        } catch (InvalidPathException wrong) {
            refuse(path, "is no JSONPath: " + wrong.getMessage());
        }
    }

    private void schema(JsonNode schema, List<String> path) {
        if (schema.isObject() && !schema.toString().contains(TEMPLATE)) {
            AnswerSchemas.complaint(schema).ifPresent(complaint -> refuse(path, complaint));
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
}
