package io.parley.run.suites;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.List;

/** How requests about suites fail. */
final class SuiteProblems {

    static final ProblemType NOT_FOUND = new ProblemType("suite-not-found", 404, "No such suite");
    static final ProblemType INVALID = new ProblemType("suite-invalid", 422, "The suite has mistakes");
    static final ProblemType TOO_LARGE = new ProblemType("suite-too-large", 413, "The suite is larger than 10 MiB");
    static final ProblemType BUSY = new ProblemType("suites-busy", 503, "Too many suites are being read at the moment");

    static final ProblemType SAME_NAME = new ProblemType("suites-same-name", 422, "Several suites have the same name");

    private static final ProblemType MALFORMED =
            new ProblemType("suite-malformed", 400, "The suite is neither YAML nor JSON");

    private SuiteProblems() {}

    /** Nothing can be told about the suite but where reading it came to an end. */
    static Problem malformed(int line, String message) {
        return MALFORMED.problem(List.of(new FieldError("", message, line)));
    }

    /** The same problem of one among several suites, which each mistake begins with. */
    static Problem of(String called, Problem problem) {
        List<FieldError> errors = problem.body("").errors();
        return called.isEmpty() || errors == null
                ? problem
                : problem.type()
                        .problem(errors.stream()
                                .map(error ->
                                        new FieldError(error.field(), called + ": " + error.message(), error.line()))
                                .toList());
    }

    /** The suite's bytes are no text. */
    static Problem malformed(String detail) {
        return MALFORMED.problem(detail);
    }
}
