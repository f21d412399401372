package io.parley.telemetry.observations;

/**
 * One thing that is wrong with one observation of a batch.
 *
 * @param index its place in the batch, from 0
 * @param field JSON Pointer into the observation, empty for the whole of it
 * @param message what is wrong and what would be right
 */
record ItemError(int index, String field, String message) {}
