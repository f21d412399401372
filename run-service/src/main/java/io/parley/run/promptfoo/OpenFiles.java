package io.parley.run.promptfoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The files that are being read, each named by the one before it: those that lead back to themselves would be read without end. */
final class OpenFiles {

    private static final int DEEPEST = 20;

    /** So often files are read, since those that name each other twice are read twice as often with each one more. */
    private static final int MOST_READ = 20_000;

    private final Set<String> open = new LinkedHashSet<>();
    private int read;

    /** Reads what stands in a file, which is named here. */
    <T> List<T> within(String path, Piece named, Supplier<List<T>> reading) {
        if (open.size() == DEEPEST || ++read > MOST_READ) {
            throw new Refused(
                    named,
                    "names the file %s, one more than %d inside each other or %,d in all; name fewer"
                            .formatted(path, DEEPEST, MOST_READ));
        }
        if (!open.add(path)) {
            throw new Refused(named, "names the file " + path + ", which leads back to itself");
        }
        List<T> all = reading.get();
        open.remove(path);
        return all;
    }
}
