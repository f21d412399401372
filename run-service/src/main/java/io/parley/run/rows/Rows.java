package io.parley.run.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a table. Reading a large one is slow work for a thread of its own.
 *
 * @param rows in their order; where there are mistakes, those that could be made out
 * @param mistakes at most 100: who fixes these sees the next
 */
public record Rows(List<Row> rows, List<Mistake> mistakes) {

    /** More than this many values are a mistake, so that a text of megabytes is no heap of gigabytes. */
    public static final int MAX_VALUES = 400_000;

    private static final int MAX_MISTAKES = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Comma-separated values, of which the first line names the columns. All values are texts. */
    public static Rows csv(String text) {
        Csv csv = Csv.read(text);
        List<Mistake> mistakes = new ArrayList<>(csv.mistakes());
        List<Row> rows = new ArrayList<>();
        if (!csv.records().isEmpty()) {
            CsvRecord first = csv.records().getFirst();
            List<String> names = first.values().stream().map(String::strip).toList();
            checkNames(names, first.line(), mistakes);
            csv.records().stream().skip(1).forEach(each -> add(each, names, rows, mistakes));
        }
        return bounded(rows, mistakes);
    }

    /** One JSON object in each line; empty lines count for nothing. */
    public static Rows jsonLines(String text) {
        List<Row> rows = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        int number = 0;
        int values = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank() && mistakes.size() < MAX_MISTAKES && values <= MAX_VALUES) {
                values += object(number, line, rows, mistakes);
            }
        }
        if (values > MAX_VALUES) {
            mistakes.add(tooMany(number));
        }
        return bounded(rows, mistakes);
    }

    private static void checkNames(List<String> names, int line, List<Mistake> mistakes) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .limit(MAX_MISTAKES)
                .forEach(name -> mistakes.add(new Mistake(line, "two columns are called '" + name + "'")));
    }

    private static void add(CsvRecord values, List<String> names, List<Row> rows, List<Mistake> mistakes) {
        if (mistakes.size() >= MAX_MISTAKES) {
            return;
        }
        if (values.values().size() != names.size()) {
            String message =
                    "has %d values, but the first line names %d columns; a value with a comma or a line break needs quotes"
                            .formatted(values.values().size(), names.size());
            mistakes.add(new Mistake(values.line(), message));
            return;
        }
        ObjectNode row = JSON.createObjectNode();
        for (int column = 0; column < names.size(); column++) {
            row.put(names.get(column), values.values().get(column));
        }
        rows.add(new Row(values.line(), row));
    }

    /** How many values the line holds. */
    private static int object(int number, String line, List<Row> rows, List<Mistake> mistakes) {
        try {
            JsonNode value = JSON.readTree(line);
            if (value instanceof ObjectNode object) {
                rows.add(new Row(number, object));
                return object.size();
            }
            mistakes.add(new Mistake(number, "is JSON, but no object such as {\"city\": \"Berlin\"}"));
        } catch (JsonProcessingException malformed) {
            mistakes.add(new Mistake(number, "is no JSON object: " + malformed.getOriginalMessage()));
        }
        return 1;
    }

    static Mistake tooMany(int line) {
        return new Mistake(line, "the file holds more than " + MAX_VALUES + " values; split it");
    }

    private static Rows bounded(List<Row> rows, List<Mistake> mistakes) {
        return new Rows(rows, mistakes.stream().limit(MAX_MISTAKES).toList());
    }
}
