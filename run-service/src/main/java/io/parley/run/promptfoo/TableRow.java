package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Mistakes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table as a test: columns that begin with two underscores say something of it, the others are variables. */
final class TableRow {

    private static final Pattern THRESHOLD = Pattern.compile("__config:__expected(\\d*):threshold");

    private final Piece row;
    private final Mistakes mistakes;
    private final ObjectNode test = Json.object();
    private final ObjectNode vars = test.putObject("vars");
    private final ArrayNode assertions = test.putArray("assert");
    private final ObjectNode options = test.putObject("options");

    private TableRow(Piece row, Mistakes mistakes) {
        this.row = row;
        this.mistakes = mistakes;
    }

    static Piece test(Piece row, Mistakes mistakes) {
        TableRow reading = new TableRow(row, mistakes);
        row.members().forEach((column, cell) -> reading.cell(column, cell.text()));
        row.members().forEach((column, cell) -> reading.adjust(column, cell.text()));
        return row.holding(reading.test);
    }

    private void cell(String column, String value) {
        if (!column.startsWith("__")) {
            vars.put(column, value);
        } else if (column.startsWith("__expected")) {
            if (!value.isBlank()) {
                assertions.add(ExpectedCell.assertion(value.strip()));
            }
        } else {
            about(column.substring(2), value);
        }
    }

    private void about(String what, String value) {
        switch (what) {
            case "prefix", "suffix" -> options.put(what, value);
            case "description", "providerOutput", "threshold" -> put(what, value);
            default -> {
                // of the others, __config and __metric are about assertions, and metadata decides nothing
            }
        }
    }

    private void put(String what, String value) {
        if (!value.isEmpty()) {
            test.put(what, value);
        }
    }

    private void adjust(String column, String value) {
        if (column.equals("__metric") && !value.isBlank()) {
            assertions.forEach(assertion -> ((ObjectNode) assertion).put("metric", value));
        }
        Matcher threshold = THRESHOLD.matcher(column);
        if (threshold.matches()) {
            threshold(threshold.group(1).isEmpty() ? 0 : Integer.parseInt(threshold.group(1)) - 1, value);
        }
    }

    private void threshold(int assertion, String value) {
        Optional<Double> threshold = Threshold.number(value);
        if (threshold.isEmpty()) {
            mistakes.add(row.file(), row.line(), "has a threshold that is no number: " + value);
        } else if (assertions.get(assertion) instanceof ObjectNode adjusted) {
            adjusted.put("threshold", threshold.get());
        }
    }
}
