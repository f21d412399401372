package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;
import java.util.List;
import java.util.UUID;

/**
 * The runs that a request asks to compare.
 *
 * @param runs each once
 */
record BestOfQuery(List<RunId> runs) {

    private static final int MOST = 10;

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    static BestOfQuery of(List<String> runs) {
        try {
            List<RunId> ids = runs.stream().map(RunId::fromString).distinct().toList();
            if (ids.size() < 2 || ids.size() > MOST) {
                throw refused();
            }
            return new BestOfQuery(ids);
        } catch (IllegalArgumentException noId) {
            throw refused();
        }
    }

    UUID[] ids() {
        return runs.stream().map(RunId::value).toArray(UUID[]::new);
    }

    private static Problem refused() {
        return ProblemType.INVALID_INPUT.problem(List.of(
                new FieldError("run", "must be given 2 to " + MOST + " times, each time the id of another run")));
    }
}
