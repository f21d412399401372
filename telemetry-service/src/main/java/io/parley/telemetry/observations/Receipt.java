package io.parley.telemetry.observations;

import java.util.List;

/**
 * What became of the observations of a request.
 *
 * @param accepted stored now, or when they were sent before
 * @param errors why the others were rejected, by index
 */
record Receipt(int accepted, int rejected, List<ItemError> errors) {}
