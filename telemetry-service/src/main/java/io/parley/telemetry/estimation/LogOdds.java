package io.parley.telemetry.estimation;

/** Probabilities as log-odds, {@code ln(p / (1 − p))}, where evidence adds up and bounds do not bend intervals. */
final class LogOdds {

    /** Certainty has no finite log-odds; nothing here is more certain than that. */
    private static final double CLOSEST_TO_CERTAIN = 1e-9;

    private LogOdds() {}

    static double of(double probability) {
        double finite = Math.clamp(probability, CLOSEST_TO_CERTAIN, 1 - CLOSEST_TO_CERTAIN);
        return Math.log(finite / (1 - finite));
    }

    static double toProbability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
