package io.parley.telemetry.estimation;

/**
 * What Bayesian knowledge tracing assumes of a skill (Corbett, A. T., and Anderson, J. R. 1995, "Knowledge tracing:
 * modeling the acquisition of procedural knowledge", User Modeling and User-Adapted Interaction 4, 253–278), all of them
 * probabilities. Guess and slip stay below one half: beyond it, who errs would be taken for the one who knows (Baker,
 * Corbett and Aleven 2008, "More accurate student modeling through contextual estimation of slip and guess
 * probabilities", ITS 2008).
 *
 * @param prior that a subject has the skill before the first observation; above 0 and below 1
 * @param learn that one who has it not acquires it from one observation to the next; from 0 to below 1
 * @param guess that one who has it not is correct; above 0 and below 0.5
 * @param slip that one who has it is not correct; above 0 and below 0.5
 */
public record Parameters(double prior, double learn, double guess, double slip) {

    /** What is assumed of a skill about which nothing has been fitted. */
    public static final Parameters DEFAULT = new Parameters(0.3, 0.1, 0.2, 0.1);

    /** Refuses what is out of bounds. */
    public Parameters {
        require("prior", prior > 0 && prior < 1, prior);
        require("learn", learn >= 0 && learn < 1, learn);
        require("guess", guess > 0 && guess < 0.5, guess);
        require("slip", slip > 0 && slip < 0.5, slip);
    }

    private static void require(String name, boolean holds, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is out of bounds: " + value);
        }
    }
}
