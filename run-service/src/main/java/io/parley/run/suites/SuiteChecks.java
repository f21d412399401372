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

    static List<FieldError> mistakes(Document document, SuiteData data, SuiteSchema schema) {
        SuiteChecks checks = new SuiteChecks(document);
        checks.suite(data);
        checks.mistakes.addAll(data.mistakes());
        checks.mistakes.addAll(Parts.mistakes(document));
        checks.mistakes.addAll(MarkedValues.mistakes(document, schema));
        return checks.mistakes;
    }

    private void suite(SuiteData data) {
        JsonNode cases = document.value().path("cases");
        Map<String, Integer> names = new HashMap<>();
        for (int index = 0; cases.isArray() && index < cases.size(); index++) {
            name(names, List.of("cases", Integer.toString(index), "name"), "case");
            tools(index, cases.get(index).path("tools"));
            simulator(index, cases.get(index).path("simulate").path("model"));
        }
        new SuiteSize(document.value(), data).complaint().ifPresent(complaint -> refuse(List.of("cases"), complaint));
    }

    private void tools(int index, JsonNode tools) {
        Map<String, Integer> names = new HashMap<>();
        for (int tool = 0; tools.isArray() && tool < tools.size(); tool++) {
            name(names, List.of("cases", Integer.toString(index), "tools", Integer.toString(tool), "name"), "tool");
        }
    }

    /** Keys of judges are where judges are asked, and stay there. */
    private void simulator(int index, JsonNode name) {
        if (document.value().path("models").path(name.asText()).has("key")) {
            refuse(
                    List.of("cases", Integer.toString(index), "simulate", "model"),
                    "must be a model of the suite that needs no key, or else the name of a registered chat target; "
                            + "the keys of judges are not for users");
        }
    }

    /** @param names with the lines of those that were seen before */
    private void name(Map<String, Integer> names, List<String> path, String what) {
        JsonNode name = document.value().at(Document.pointer(path));
        if (name.isTextual()) {
            Integer first = names.putIfAbsent(name.asText(), document.content().line(path));
            if (first != null) {
                refuse(path, "is the name of the " + what + " in line " + first + " too; names must differ");
            }
        }
    }

    private void refuse(List<String> path, String message) {
        mistakes.add(document.mistake(path, message));
    }
}
