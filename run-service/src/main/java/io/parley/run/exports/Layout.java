package io.parley.run.exports;

import io.parley.run.executions.ExecutionResult;
import io.parley.run.runs.RunView;

/** How one file is laid out: what is written before, between and after what it tells, part by part. */
interface Layout {

    String beginning();

    String runBegins(RunView run);

    /** Executions come in the order of the suite. */
    String execution(RunView run, ExecutionResult execution);

    String runEnds(RunView run);

    String end();
}
