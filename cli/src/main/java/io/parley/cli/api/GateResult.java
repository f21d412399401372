package io.parley.cli.api;

import java.util.List;

/**
 * Whether a run keeps to what its suite asks.
 *
 * @param passed every condition holds
 */
public record GateResult(boolean passed, List<Condition> conditions) {

    /**
     * One thing that the suite asks.
     *
     * @param condition its key in the suite file
     * @param reason a sentence
     */
    public record Condition(String condition, boolean passed, String reason) {}
}
