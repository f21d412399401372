package io.parley.local.runs;

import io.parley.contracts.Conversation;
import io.parley.contracts.ExecutionId;

/**
 * One execution that a run has.
 *
 * @param position of its case in the suite, from 0
 * @param repeat which of the case's repeats, from 1
 */
record LocalExecution(ExecutionId id, int position, int repeat, Conversation conversation) {}
