package io.parley.run.evals;

import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.rows.Row;
import io.parley.run.rows.Rows;
import java.util.List;
import java.util.Optional;

/** Files of samples among the files. */
final class Samples {

    private static final String SUFFIX = ".jsonl";

    private Samples() {}

    static List<String> files(SourceFiles files) {
        return files.ending(SUFFIX);
    }

    /** Whether a file looks like samples: its first row has what every sample has. */
    static boolean areIn(String file, SourceFiles files) {
        String first = files.text(file)
                .flatMap(text -> text.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse("");
        return Rows.jsonLines(first).rows().stream()
                .anyMatch(row -> row.values().has("input") && row.values().has("ideal"));
    }

    /**
     * The samples that a registry file names: by a path from the file, or from a folder that is not among the files, as the
     * registry's {@code data} is.
     */
    static List<Row> named(String name, Eval eval, SourceFiles files, Mistakes mistakes) {
        Optional<String> path = find(name, eval, files);
        if (path.isEmpty()) {
            mistakes.add(
                    eval.file(),
                    eval.line(),
                    "%s names the samples %s, which are not among the files".formatted(eval.id(), name));
            return List.of();
        }
        Rows rows = Rows.jsonLines(files.text(path.get()).orElse(""));
        rows.mistakes().forEach(mistake -> mistakes.add(path.get(), mistake.line(), mistake.message()));
        if (rows.rows().isEmpty() && rows.mistakes().isEmpty()) {
            mistakes.add(path.get(), 1, "holds no samples");
        }
        return rows.rows();
    }

    static Optional<String> find(String name, Eval eval, SourceFiles files) {
        String fromAnywhere = name.startsWith("/") ? name : "/" + name;
        return files.find(name, eval.file())
                .or(() -> files(files).stream()
                        .filter(path -> ("/" + path).endsWith(fromAnywhere))
                        .findFirst());
    }
}
