package io.parley.run.runs;

import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.platform.local.ForLocal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run against what.
 *
 * @param revision the latest unless given
 * @param targetId the target; or else
 * @param target its name; without either, the one that the suite names
 * @param branch of the system under test, whose baseline the run is held against; {@code main} unless given
 * @param budget what it may take; without limit unless given
 * @param priority {@code normal} unless given
 * @param repeat how often to hold each case, instead of what it says itself
 * @param filter holds only cases whose names contain this, or, with {@code *} or {@code ?}, are like this
 * @param tags holds only cases that have one of these
 */
@ForLocal
public record StartRun(
        @NotNull SuiteId suiteId,
        @Nullable @Min(1) Integer revision,
        @Nullable TargetId targetId,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String target,

        @Nullable @BranchName String branch,
        @Nullable @Valid Budget budget,
        @Nullable Priority priority,
        @Nullable @Min(1) @Max(100) Integer repeat,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String filter,

        @Nullable @Size(min = 1, max = 50) List<@NotNull @TagName String> tags) {

    private static final String MAIN = "main";

    /** As the revision says, with nothing else asked. */
    static StartRun of(SuiteId suite, int revision, TargetId target) {
        return new StartRun(suite, revision, target, null, null, null, null, null, null, null);
    }

    RunOptions options() {
        return new RunOptions(
                branch == null ? MAIN : branch,
                budget == null ? Budget.NONE : budget,
                priority == null ? Priority.NORMAL : priority,
                repeat,
                choice(),
                null);
    }

    public CaseChoice choice() {
        return new CaseChoice(filter, tags);
    }
}
