package io.parley.run.comparison;

import io.parley.contracts.RunId;

/**
 * A run compared with an earlier one of the same suite, case by case. A case is its name with its variables, in whatever
 * revision. With repeats it fails if any of them failed, passes if those that passed or failed all passed, and is
 * undecided if none did either.
 *
 * @param with the earlier run
 * @param pValue of McNemar's exact two-sided test on the cases newly failing and fixed, 0 to 1
 * @param moreThanChance whether {@code pValue} is below 0.05
 * @param sentence the same in plain words
 */
record ComparisonView(RunId runId, RunId with, Changes counts, double pValue, boolean moreThanChance, String sentence) {

    static ComparisonView of(RunId run, RunId with, Changes changes) {
        McNemar test = new McNemar(changes.newlyFailing(), changes.fixed());
        return new ComparisonView(run, with, changes, test.p(), test.isMoreThanChance(), test.sentence());
    }
}
