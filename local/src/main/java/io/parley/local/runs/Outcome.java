package io.parley.local.runs;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;

/** What came of an execution: the conversation, and its verdict. */
record Outcome(ExecutionCompleted completed, ExecutionValidated validated) {}
