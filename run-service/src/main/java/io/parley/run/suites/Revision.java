package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run starts from.
 *
 * @param cases after multiplying out
 * @param target name of the target that the suite asks for, if it asks for one
 * @param gate what its runs must keep to
 * @param simulators models that play users of its cases
 */
public record Revision(
        SuiteId suiteId, int number, int cases, @Nullable String target, Gate gate, List<Simulator> simulators) {

    /** Whether a run may hold so many of its cases so many times each. */
    public static boolean mayHold(int cases, int times) {
        return (long) cases * times <= SuiteSize.MAX_EXECUTIONS;
    }
}
