package io.parley.run.targets;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.SuiteId;
import org.jspecify.annotations.Nullable;

/**
 * A target that has the name which a suite wants for its own.
 *
 * @param definedBy the suite that defines it in place; null if it was registered by itself
 */
record NamedTarget(LiveTarget target, @Nullable SuiteId definedBy) {

    /** The target, if it is the suite's. */
    LiveTarget requireOf(SuiteId suite) {
        if (!suite.equals(definedBy)) {
            throw TargetProblems.NAME_TAKEN.problem(
                    "The suite defines a target called '%s'; give its definition another name, or name that target instead."
                            .formatted(target.name()));
        }
        return target;
    }
}
