package io.parley.telemetry.estimation;

/**
 * An observation and what it counts in an estimate.
 *
 * @param weight in whole observations of a person, from 0 to 1: its own weight, times that of its source, less what the
 *     source only repeats, less what the sources' disagreement costs
 */
public record Evidence(Observation observation, double weight) {}
