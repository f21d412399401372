package io.parley.telemetry.estimation;

/**
 * How often a source said what people said about the same thing.
 *
 * @param agreed of those compared
 * @param compared observations of the source on which a person decided too
 */
public record Agreement(long agreed, long compared) {

    /** Refuses more agreements than comparisons. */
    public Agreement {
        if (agreed < 0 || agreed > compared) {
            throw new IllegalArgumentException(agreed + " of " + compared + " cannot agree");
        }
    }
}
