package io.parley.run.runs;

import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to run against what.
 *
 * @param revision the latest unless given
 * @param targetId the target; or else
 * @param target its name; without either, the one that the suite names
 * @param branch of the system under test, whose baseline the run is held against; {@code main} unless given
 * @param budget what it may take; without limit unless given
 */
record StartRun(
        @NotNull SuiteId suiteId,
        @Nullable @Min(1) Integer revision,
        @Nullable TargetId targetId,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String target,

        @Nullable @BranchName String branch,
        @Nullable @Valid Budget budget) {

    private static final String MAIN = "main";

    String branchOrMain() {
        return branch == null ? MAIN : branch;
    }

    Budget budgetOrNone() {
        return budget == null ? Budget.NONE : budget;
    }
}
