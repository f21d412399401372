package io.parley.run.executions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An execution with all that is known of it.
 *
 * @param verdictHistory what the assertions came to and then what people decided, in their order; empty if nobody decided
 */
record ExecutionDetails(@JsonUnwrapped ExecutionResult result, List<VerdictEntry> verdictHistory) {}
