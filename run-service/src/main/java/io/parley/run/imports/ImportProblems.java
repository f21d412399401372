package io.parley.run.imports;

import io.parley.platform.problems.ProblemType;

/** How imports fail; what is wrong in the files themselves, their format tells. */
final class ImportProblems {

    static final ProblemType UNKNOWN_FORMAT = new ProblemType("import-format-unknown", 422, "No such format");
    static final ProblemType NOT_RECOGNISED =
            new ProblemType("import-not-recognised", 422, "The files are of no format that can be imported");

    static final ProblemType SEVERAL_FORMATS =
            new ProblemType("import-several-formats", 422, "The files are of several formats");

    private ImportProblems() {}
}
