package io.parley.run.promptfoo;

import io.parley.run.foreign.Mistakes;
import io.parley.run.rows.Rows;
import java.util.List;

/** Reads tables of CSV whose first line names the columns. */
final class Tables {

    private Tables() {}

    /** The rows below the first, each an object by the names of the columns. */
    static List<Piece> rows(String file, String text, Mistakes mistakes) {
        if (text.isBlank()) {
            mistakes.add(file, 1, "is empty; its first line must name the columns");
        }
        Rows rows = Rows.csv(text);
        rows.mistakes().forEach(mistake -> mistakes.add(file, mistake.line(), mistake.message()));
        return rows.rows().stream()
                .map(row -> Piece.inLine(file, row.line(), row.values()))
                .toList();
    }
}
