package io.parley.validation.meaning;

import java.util.List;

/** Where a text points in the space of its model; texts that mean the same point nearly the same way. */
public final class Meaning {

    private final float[] direction;
    private final boolean whole;

    private Meaning(float[] direction, boolean whole) {
        this.direction = direction;
        this.whole = whole;
    }

    /**
     * The direction of a vector.
     *
     * @param vector of any length but zero; not kept
     * @param whole whether all of the text is in it
     * @throws IllegalArgumentException if it points nowhere
     */
    public static Meaning of(float[] vector, boolean whole) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a meaning must point somewhere");
        }
        float[] direction = new float[vector.length];
        for (int at = 0; at < vector.length; at++) {
            direction[at] = (float) (vector[at] / length);
        }
        return new Meaning(direction, whole);
    }

    /** What several texts of one model mean together: their mean. Its pull towards one of them does not depend on its length. */
    public static Meaning mean(List<Meaning> meanings, boolean whole) {
        float[] sum = new float[meanings.getFirst().direction.length];
        for (Meaning meaning : meanings) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += meaning.direction[at];
            }
        }
        return of(sum, whole);
    }

    /** Its numbers, for keeping; {@link #of} reads them. */
    public float[] values() {
        return direction.clone();
    }

    /** Whether all of the text is in it; the end of a long text may not be. */
    boolean isWhole() {
        return whole;
    }

    /** How many bytes it occupies, roughly. */
    int bytes() {
        return Float.BYTES * direction.length;
    }

    /**
     * The cosine of the angle between two meanings, from -1 to 1.
     *
     * @throws IllegalArgumentException if they are of different models
     */
    public double cosine(Meaning other) {
        if (direction.length != other.direction.length) {
            throw new IllegalArgumentException("meanings of different models cannot be compared");
        }
        return Math.clamp(dot(direction, other.direction), -1, 1);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += (double) one[at] * other[at];
        }
        return sum;
    }
}
