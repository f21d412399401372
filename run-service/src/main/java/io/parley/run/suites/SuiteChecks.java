package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.problems.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema cannot say about a suite: names that must differ, what must compile ({@link MarkedValues}), and how much a
 * suite may multiply to. Looks only at values of the right type; the others are the schema's to refuse.
 */
final class SuiteChecks {

    private final Document document;
    private final List<FieldError> mistakes = new ArrayList<>();

    private SuiteChecks(Document document) {
        this.document = document;
    }

    static List<FieldError> mistakes(Document document, SuiteSchema schema) {
        SuiteChecks checks = new SuiteChecks(document);
        checks.suite();
        checks.mistakes.addAll(MarkedValues.mistakes(document, schema));
        return checks.mistakes;
    }

    private void suite() {
        JsonNode cases = document.value().path("cases");
        Map<String, Integer> names = new HashMap<>();
        for (int index = 0; cases.isArray() && index < cases.size(); index++) {
            name(names, cases.get(index).path("name"), index);
        }
        new SuiteSize(document.value()).complaint().ifPresent(complaint -> refuse(List.of("cases"), complaint));
    }

    private void name(Map<String, Integer> names, JsonNode name, int index) {
        if (name.isTextual()) {
            Integer first = names.putIfAbsent(name.asText(), index);
            if (first != null) {
                int line = document.content().line(List.of("cases", first.toString(), "name"));
                refuse(
                        List.of("cases", Integer.toString(index), "name"),
                        "is the name of the case in line " + line + " too; names must differ");
            }
        }
    }

    private void refuse(List<String> path, String message) {
        mistakes.add(document.mistake(path, message));
    }
}
