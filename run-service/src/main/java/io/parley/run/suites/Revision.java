package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import org.jspecify.annotations.Nullable;

/**
 * What a run starts from.
 *
 * @param target name of the target that the suite asks for, if it asks for one
 */
public record Revision(
        SuiteId suiteId, int number, @Nullable String target) {}
