package io.parley.telemetry.estimation;

/**
 * How likely observations are of who has a skill and of who has not. A source that turns every answer round with the
 * probability {@code 1 − a} is a binary symmetric channel: what has the probability {@code p} it shows with
 * {@code (1 − a) + (2a − 1)p}. What is only a part {@code w} of an observation has its likelihood to the power {@code w}.
 */
final class Emissions {

    private final Parameters parameters;
    private final double youden;
    private final double part;
    private final double correctWith;
    private final double wrongWith;
    private final double correctWithout;
    private final double wrongWithout;

    /**
     * Those of observations of one kind.
     *
     * @param youden {@code 2a − 1} of the source, from 0 (says nothing) to 1
     * @param part how much of a whole observation each is
     */
    Emissions(Parameters parameters, double youden, double part) {
        this.parameters = parameters;
        this.youden = youden;
        this.part = part;
        correctWith = Math.pow(shown(1 - parameters.slip()), part);
        wrongWith = Math.pow(shown(parameters.slip()), part);
        correctWithout = Math.pow(shown(parameters.guess()), part);
        wrongWithout = Math.pow(shown(1 - parameters.guess()), part);
    }

    private double shown(double probability) {
        return (1 - youden) / 2 + youden * probability;
    }

    /** Those of some evidence, by the same parameters. Neighbours mostly have the same, and powers are dear. */
    Emissions of(Evidence evidence) {
        double other = evidence.observation().weight();
        return evidence.youden() == youden && other == part
                ? this
                : new Emissions(parameters, evidence.youden(), other);
    }

    double withSkill(boolean correct) {
        return correct ? correctWith : wrongWith;
    }

    double withoutSkill(boolean correct) {
        return correct ? correctWithout : wrongWithout;
    }

    /** Probability that the answer of somebody with the skill was a slip, when it was seen as correct or not. */
    double slipped(boolean correct) {
        return hidden(parameters.slip(), !correct);
    }

    /** Probability that the answer of somebody without the skill was correct, when it was seen as correct or not. */
    double guessed(boolean correct) {
        return hidden(parameters.guess(), correct);
    }

    /** Probability of what happens with a probability, after it was seen to happen or not. */
    private double hidden(double probability, boolean seen) {
        double agreement = (1 + youden) / 2;
        double happened = probability * (seen ? agreement : 1 - agreement);
        return happened / (happened + (1 - probability) * (seen ? 1 - agreement : agreement));
    }
}
