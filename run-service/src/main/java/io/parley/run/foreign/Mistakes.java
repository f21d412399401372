package io.parley.run.foreign;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files of another tool, gathered so that all of it is told at once. */
public final class Mistakes {

    private static final ProblemType INVALID = new ProblemType("import-invalid", 422, "The files have mistakes");
    private static final int MOST_TOLD = 1_000;

    private final List<FieldError> mistakes = new ArrayList<>();

    /**
     * One more, where it stands.
     *
     * @param line from 1
     */
    public void add(String file, int line, String message) {
        if (mistakes.size() < MOST_TOLD) {
            mistakes.add(new FieldError(file, message, line));
        }
    }

    /**
     * Goes on only if there are none.
     *
     * @throws io.parley.platform.problems.Problem of all there are
     */
    public void refuse() {
        if (!mistakes.isEmpty()) {
            throw INVALID.problem(mistakes);
        }
    }
}
