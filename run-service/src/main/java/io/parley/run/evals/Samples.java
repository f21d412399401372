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
        List<String> candidates = candidates(name, eval, files);
        if (candidates.size() > 1) {
            mistakes.add(
                    eval.file(),
                    eval.line(),
                    "%s names the samples %s, and %s are both such files; name them from the folder of this file"
                            .formatted(eval.id(), name, String.join(" and ", candidates.subList(0, 2))));
            return List.of();
        }
        Optional<String> path = candidates.stream().findFirst();
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
        return candidates(name, eval, files).stream().findFirst();
    }

    private static List<String> candidates(String name, Eval eval, SourceFiles files) {
        String fromAnywhere = name.startsWith("/") ? name : "/" + name;
        return files.find(name, eval.file())
                .map(List::of)
                .orElseGet(() -> files(files).stream()
                        .filter(path -> ("/" + path).endsWith(fromAnywhere))
                        .toList());
    }
}
