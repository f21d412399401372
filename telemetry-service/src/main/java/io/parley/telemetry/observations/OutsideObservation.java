package io.parley.telemetry.observations;

import java.time.Instant;

/**
 * What an assessment outside says of a subject's skill.
 *
 * @param reference what the assessor calls it; with the skill its identity
 */
record OutsideObservation(String reference, Subject subject, String skill, boolean correct, double weight, Instant at) {

    /** What makes an observation the same, however often it is sent. */
    record Identity(String reference, String skill) {}

    Identity identity() {
        return new Identity(reference, skill);
    }
}
