package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tests of a suite wherever they stand: in it, in YAML or JSON, in a table, or one to a line. */
final class TestFiles {

    /** A suite has no more cases. */
    private static final int MOST = 20_000;

    private final Folder folder;
    private final OpenFiles open = new OpenFiles();

    TestFiles(Folder folder) {
        this.folder = folder;
    }

    /** Tests that stand in the file, and those of files that it names. */
    List<Piece> all(Piece tests) {
        List<Piece> all = new ArrayList<>();
        for (Piece test : tests.elements()) {
            if (test.isText()) {
                folder.named(test).forEach(path -> all.addAll(of(path, test)));
            } else if (test.has("path")) {
                folder.named(test.get("path")).forEach(path -> all.addAll(of(path, test)));
            } else {
                all.add(test);
            }
            if (all.size() > MOST) {
                throw new Refused(test, "is more, with the tests before it, than %,d tests".formatted(MOST));
            }
        }
        return all;
    }

    /** The tests of a file, which another one names here. */
    List<Piece> of(String path, Piece place) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Tables.rows(path, folder.text(path), folder.mistakes()).stream()
                    .map(row -> TableRow.test(row, folder.mistakes()))
                    .toList();
        }
        if (name.endsWith(".jsonl")) {
            return lines(path);
        }
        if (Folder.isParsed(path)) {
            return open.within(
                    path,
                    place,
                    () -> folder.parsed(path).stream().flatMap(this::tests).toList());
        }
        folder.mistakes()
                .add(
                        place.file(),
                        place.line(),
                        "takes tests from " + path
                                + ", which nothing here can run; tests are read from CSV, YAML, JSON and JSONL");
        return List.of();
    }

    private Stream<Piece> tests(Piece file) {
        return file.has("tests") ? all(file.get("tests")).stream() : file.elements().stream();
    }

    private List<Piece> lines(String path) {
        List<Piece> tests = new ArrayList<>();
        int line = 0;
        int values = 0;
        for (String text : (Iterable<String>) folder.text(path).lines()::iterator) {
            line++;
            values += Json.values(text);
            if (values > Rows.MAX_VALUES) {
                folder.mistakes().add(path, line, "the file holds more than " + Rows.MAX_VALUES + " values; split it");
                return List.of();
            }
            Optional<JsonNode> test = Json.read(text);
            if (test.isPresent()) {
                tests.add(Piece.inLine(path, line, test.get()));
            } else if (!text.isBlank()) {
                folder.mistakes().add(path, line, "is no JSON; each line must be one test as JSON");
            }
        }
        return tests;
    }
}
