package io.parley.telemetry.estimation;

/**
 * An observation and what it counts in an estimate.
 *
 * @param weight in whole observations of a person, from 0 to 1: its own weight, times that of its source, and for
 *     assistants less what the source only repeats and what the sources' disagreement costs
 */
public record Evidence(Observation observation, double weight) {

    /**
     * {@code 2a − 1} of a source that is right with the probability {@code a}, Youden's index; for learners, of whose
     * observations each counts {@code (2a − 1)²} times its own weight.
     */
    double youden() {
        return Math.sqrt(weight / observation.weight());
    }
}
