package io.parley.telemetry.intake;

/**
 * One thing that is wrong with one event of a batch.
 *
 * @param index the event's place in the batch, from 0
 * @param field JSON Pointer into the event
 * @param message what is wrong and what would be right
 */
record ItemError(int index, String field, String message) {}
