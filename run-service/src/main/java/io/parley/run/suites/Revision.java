package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import org.jspecify.annotations.Nullable;

/**
 * What a run starts from.
 *
 * @param target name of the target that the suite asks for, if it asks for one
 * @param gate what its runs must keep to
 */
public record Revision(
        SuiteId suiteId, int number, @Nullable String target, Gate gate) {}
