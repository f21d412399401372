package io.parley.run.rescoring;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * By what the conversations of a run are to be judged.
 *
 * @param revision of the run's suite; the latest unless given
 */
record Rescore(@Nullable @Min(1) Integer revision) {

    static final Rescore BY_THE_LATEST = new Rescore(null);
}
