package io.parley.run.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * How many cases changed how from an earlier run to a later one; together they are all cases of both.
 *
 * @param added not in the earlier run
 * @param gone not in the later run
 * @param undecided in both, but one of them has neither passed nor failed it
 */
record Changes(
        int newlyFailing,
        int fixed,
        int stillFailing,
        int stillPassing,
        @JsonProperty("new") int added,
        int gone,
        int undecided) {

    static Changes of(Map<Change, Integer> counts) {
        return new Changes(
                counts.getOrDefault(Change.NEWLY_FAILING, 0),
                counts.getOrDefault(Change.FIXED, 0),
                counts.getOrDefault(Change.STILL_FAILING, 0),
                counts.getOrDefault(Change.STILL_PASSING, 0),
                counts.getOrDefault(Change.NEW, 0),
                counts.getOrDefault(Change.GONE, 0),
                counts.getOrDefault(Change.UNDECIDED, 0));
    }
}
