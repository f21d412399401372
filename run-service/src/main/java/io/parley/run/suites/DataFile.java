package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.rows.Mistake;
import io.parley.run.rows.Row;
import io.parley.run.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of rows that cases are held over.
 *
 * @param rows none where there are mistakes
 * @param values how many the rows have together
 * @param mistakes each with the name of the file and the line in it
 */
record DataFile(CaseRows rows, int values, List<String> mistakes) {

    /** As the suite's schema has it for variables. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private static final List<String> RESERVED = List.of("message", "conversation", "secrets");
    private static final int MAX_COLUMNS = 100;
    private static final int LONGEST_VALUE = 32_768;
    private static final int MAX_MISTAKES = 20;

    static DataFile missing(String name) {
        return refused(
                "names " + name + ", which was not sent along; a suite is imported together with the files it names,"
                        + " by parley import or POST /api/v1/imports");
    }

    static DataFile read(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return of(name, Rows.csv(text));
        }
        return lower.endsWith(".jsonl")
                ? of(name, Rows.jsonLines(text))
                : refused("names " + name + ", which must be a file of CSV (.csv) or of JSON Lines (.jsonl)");
    }

    private static DataFile of(String name, Rows table) {
        List<Mistake> mistakes = new ArrayList<>(table.mistakes());
        table.rows().forEach(row -> check(row, mistakes));
        if (table.rows().isEmpty() && mistakes.isEmpty()) {
            return refused("names " + name + ", which holds no rows");
        }
        List<String> told = mistakes.stream()
                .limit(MAX_MISTAKES)
                .map(mistake -> "line %d of %s: %s".formatted(mistake.line(), name, mistake.message()))
                .toList();
        List<ObjectNode> rows = table.rows().stream().map(Row::values).toList();
        return told.isEmpty()
                ? new DataFile(
                        CaseRows.of(rows),
                        rows.stream().mapToInt(ObjectNode::size).sum(),
                        told)
                : new DataFile(CaseRows.NONE, 0, told);
    }

    static DataFile refused(String mistake) {
        return new DataFile(CaseRows.NONE, 0, List.of(mistake));
    }

    private static void check(Row row, List<Mistake> mistakes) {
        if (mistakes.size() >= MAX_MISTAKES) {
            return;
        }
        if (row.values().size() > MAX_COLUMNS) {
            mistakes.add(new Mistake(row.line(), "has more than " + MAX_COLUMNS + " values"));
        }
        for (Map.Entry<String, JsonNode> value : row.values().properties()) {
            checkName(row.line(), value.getKey(), mistakes);
            checkValue(row.line(), value.getKey(), value.getValue(), mistakes);
        }
    }

    private static void checkName(int line, String name, List<Mistake> mistakes) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            mistakes.add(new Mistake(
                    line,
                    "the column '%s' must have a name of letters, digits and _ that does not start with a digit and is not %s"
                            .formatted(name, String.join(", ", RESERVED))));
        }
    }

    private static void checkValue(int line, String name, JsonNode value, List<Mistake> mistakes) {
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            mistakes.add(new Mistake(line, "'" + name + "' must be a text, a number, true or false"));
        } else if (value.isTextual() && value.textValue().length() > LONGEST_VALUE) {
            mistakes.add(new Mistake(line, "'%s' has more than %d characters".formatted(name, LONGEST_VALUE)));
        } else if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
            mistakes.add(new Mistake(line, "'" + name + "' must not hold the character U+0000"));
        }
    }
}
