package io.parley.telemetry.intake;

/**
 * One thing that is wrong with one event of a batch or stream.
 *
 * @param index the event's place in the batch, or its line in the stream, from 0
 * @param field JSON Pointer into the event, empty for the whole of it
 * @param message what is wrong and what would be right
 */
public record ItemError(int index, String field, String message) {}
