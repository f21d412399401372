package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Mistakes;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180) whose first row has the names of the columns. */
final class Csv {

    private static final char QUOTE = '"';

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /** The rows below the first, each an object by the names of the columns. */
    static List<Piece> rows(String file, String text, Mistakes mistakes) {
        List<Row> rows = new Csv(text).read();
        if (rows.isEmpty()) {
            mistakes.add(file, 1, "is empty; its first row must have the names of the columns");
            return List.of();
        }
        List<String> columns = rows.getFirst().fields();
        List<Piece> pieces = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            if (row.fields().size() == columns.size()) {
                pieces.add(Piece.inLine(file, row.line(), object(columns, row.fields())));
            } else {
                mistakes.add(
                        file,
                        row.line(),
                        "has %d values for %d columns; a value with a comma or a line break needs quotes"
                                .formatted(row.fields().size(), columns.size()));
            }
        }
        return pieces;
    }

    private static ObjectNode object(List<String> columns, List<String> values) {
        ObjectNode object = Json.object();
        for (int column = 0; column < columns.size(); column++) {
            object.put(columns.get(column).strip(), values.get(column));
        }
        return object;
    }

    private List<Row> read() {
        while (at < text.length()) {
            int start = line;
            row();
            if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
                rows.add(new Row(start, fields));
            }
            fields = new ArrayList<>();
        }
        return rows;
    }

    private void row() {
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        at++;
        line++;
    }

    private String field() {
        return at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean doubled = character == QUOTE && at + 1 < text.length() && text.charAt(at + 1) == QUOTE;
            if (character == QUOTE && !doubled) {
                at++;
                break;
            }
            at += doubled ? 1 : 0;
            line += character == '\n' ? 1 : 0;
            field.append(character);
        }
        return field.toString();
    }

    private record Row(int line, List<String> fields) {}
}
