package io.parley.run.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.run.comparison.ComparedCase.Place;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case that several runs have decided.
 *
 * @param caseName its name
 * @param vars its variables, JSON
 * @param runs how each run stands, in the order of the request
 */
record BestOfCase(
        @JsonProperty("case") String caseName,
        @JsonRawValue @Schema(implementation = Map.class) String vars,
        List<Side> runs) {

    /**
     * A case in one of the runs.
     *
     * @param executionId the one of its executions that scored highest
     * @param decided executions that passed or failed, of which so many passed
     * @param score mean of their scores, 0 to 1
     * @param best whether no other run is better
     */
    record Side(RunId runId, ExecutionId executionId, int decided, int passed, double score, boolean best) {}

    /** A case with its place in the list. */
    record Placed(Place place, BestOfCase compared) {}
}
