package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.rows.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the cases of a suite say under {@code data}, each file read once. Looks only at values of the right type; the others are the
 * schema's to refuse.
 */
final class SuiteData {

    private final Document document;
    private final SuiteText suite;
    private final Map<String, DataFile> files = new HashMap<>();
    private final Map<Integer, CaseRows> cases = new HashMap<>();
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();
    private int values;

    private SuiteData(Document document, SuiteText suite) {
        this.document = document;
        this.suite = suite;
    }

    /** @param suite the text that the document was read from, with the files that it may name */
    static SuiteData read(Document document, SuiteText suite) {
        SuiteData data = new SuiteData(document, suite);
        JsonNode cases = document.value().path("cases");
        for (int index = 0; cases.isArray() && index < cases.size(); index++) {
            data.read(index, cases.get(index));
        }
        return data;
    }

    /** The rows of a case. */
    CaseRows rows(int index) {
        return cases.getOrDefault(index, CaseRows.NONE);
    }

    /** The texts of the files that the suite names, by their paths from its folder. */
    SortedMap<String, String> texts() {
        return texts;
    }

    List<FieldError> mistakes() {
        return mistakes;
    }

    private void read(int index, JsonNode written) {
        JsonNode data = written.path("data");
        if (data.isTextual() && !data.asText().isEmpty()) {
            file(index, data.asText());
        } else if (data.isArray() && data.valueStream().allMatch(JsonNode::isObject)) {
            cases.put(
                    index,
                    CaseRows.of(data.valueStream().map(ObjectNode.class::cast).toList()));
        }
        refuseTwice(index, written.path("vars"));
    }

    private void file(int index, String name) {
        DataFile known = files.get(name);
        DataFile file = known == null ? load(name) : known;
        if (known == null) {
            files.put(name, file);
            file.mistakes().forEach(mistake -> refuse(List.of("cases", Integer.toString(index), "data"), mistake));
        }
        cases.put(index, file.rows());
    }

    private DataFile load(String name) {
        return suite.files()
                .find(name, suite.path())
                .flatMap(suite.files()::text)
                .map(text -> read(name, text))
                .orElseGet(() -> DataFile.missing(name));
    }

    private DataFile read(String name, String text) {
        texts.put(SourceFiles.path(name, ""), text);
        return counted(DataFile.read(name, text));
    }

    private DataFile counted(DataFile file) {
        values += file.values();
        return values > Rows.MAX_VALUES
                ? DataFile.refused(
                        "makes the files of the suite hold more than " + Rows.MAX_VALUES + " values together; split it")
                : file;
    }

    /** A name that is both a variable and a column would hide one of them. */
    private void refuseTwice(int index, JsonNode vars) {
        vars.fieldNames().forEachRemaining(name -> {
            if (rows(index).columns().contains(name)) {
                refuse(
                        List.of("cases", Integer.toString(index), "vars", name),
                        "is a column of data too; a name stands in vars or in data, not in both");
            }
        });
    }

    private void refuse(List<String> path, String message) {
        mistakes.add(document.mistake(path, message));
    }
}
