package io.parley.validation.failures;

import io.parley.contracts.Verdict;
import io.parley.validation.meaning.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A group that there is already.
 *
 * @param cause shared by all groups that are linked
 * @param verdict of those in it
 * @param ofThisRun whether it is of the run whose failures are being grouped
 */
record Known(UUID id, UUID cause, Meaning centre, Verdict verdict, boolean ofThisRun) {

    /** The cosine of the centres from which two groups are of one cause; two runs' centres differ less than single failures. */
    private static final double SAME_CAUSE = 0.88;

    /** The group of the same run that a cluster belongs to, or else the one of an earlier run that it is linked to. */
    static Optional<Known> like(Cluster cluster, List<Known> groups) {
        return groups.stream()
                .filter(known -> known.isLike(cluster))
                .max(Comparator.comparing(Known::ofThisRun)
                        .thenComparingDouble(known -> known.centre().cosine(cluster.centre())));
    }

    /** Centres of another model are like nothing. */
    private boolean isLike(Cluster cluster) {
        return verdict == cluster.example().verdict()
                && centre.values().length == cluster.centre().values().length
                && centre.cosine(cluster.centre()) >= (ofThisRun ? Clustering.SAME_CAUSE : SAME_CAUSE);
    }
}
