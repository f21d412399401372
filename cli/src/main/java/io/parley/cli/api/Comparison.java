package io.parley.cli.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A run beside an earlier one of its suite.
 *
 * @param sentence whether the difference is more than chance, for people
 */
public record Comparison(Changes counts, String sentence) {

    /**
     * How many cases changed how.
     *
     * @param added not in the earlier run
     * @param gone not in the later run
     * @param undecided in both, but one of them has neither passed nor failed it
     */
    public record Changes(
            int newlyFailing,
            int fixed,
            int stillFailing,
            int stillPassing,
            @JsonProperty("new") int added,
            int gone,
            int undecided) {}
}
