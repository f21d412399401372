package io.parley.run.foreign;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files of another tool, gathered so that all of it is told at once. */
public final class Mistakes {

    /** So many are told; who corrects these sees the next. */
    private static final int MOST = 1_000;

    private static final ProblemType INVALID = new ProblemType("import-invalid", 422, "The files have mistakes");

    private final List<FieldError> told = new ArrayList<>();

    /**
     * One mistake.
     *
     * @param file its path
     * @param line from 1
     * @param message what is wrong and what would be right
     */
    public void add(String file, int line, String message) {
        FieldError mistake = new FieldError(file, message, line);
        if (told.size() < MOST && !told.contains(mistake)) {
            told.add(mistake);
        }
    }

    /** Ends the reading if there was any. */
    public void refuse() {
        if (!told.isEmpty()) {
            throw INVALID.problem(told);
        }
    }
}
