package io.parley.e2e.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules that people read in docs/access.md. */
final class AccessTable {

    private static final String ROW = "| `";

    private AccessTable() {}

    static List<Rule> read() throws IOException {
        Path page = Path.of(System.getProperty("parley.root"), "docs", "access.md");
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith(ROW))
                .map(AccessTable::rule)
                .toList();
    }

    private static Rule rule(String row) {
        String[] cells = row.split("\\s*\\|\\s*", -1);
        return new Rule(cells[1].replace("`", ""), cells[2], cells[3], Integer.parseInt(cells[4]));
    }
}
