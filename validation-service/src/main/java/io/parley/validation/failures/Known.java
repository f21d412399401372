package io.parley.validation.failures;

import io.parley.validation.meaning.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A group of an earlier run.
 *
 * @param cause shared by all groups that are linked
 */
record Known(UUID id, UUID cause, Meaning centre) {

    /** The cosine of the centres from which two groups are of one cause; two runs' centres differ less than single failures. */
    private static final double SAME_CAUSE = 0.88;

    /** The one that a cluster is linked to. Centres of another model are like nothing. */
    static Optional<Known> like(Cluster cluster, List<Known> earlier) {
        int length = cluster.centre().values().length;
        return earlier.stream()
                .filter(known -> known.centre().values().length == length)
                .filter(known -> known.centre().cosine(cluster.centre()) >= SAME_CAUSE)
                .max(Comparator.comparingDouble(known -> known.centre().cosine(cluster.centre())));
    }
}
