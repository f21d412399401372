package io.parley.run.statistics;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cases of a run are grouped by. A case is in the group of each of its tags, and in none if it has no tag. */
sealed interface Grouping {

    /** Reads the parameter of a request as it came; anything that cannot be meant is a 422. */
    static Grouping of(@Nullable String by) {
        return switch (by == null ? "" : by) {
            case "tag" -> new ByTag();
            case "skill" -> new BySkill();
            case String variable
            when ByVariable.FORM.matcher(variable).matches() ->
                new ByVariable(variable.substring(ByVariable.PREFIX.length()));
            default ->
                throw ProblemType.INVALID_INPUT.problem(
                        List.of(new FieldError("by", "must be tag, skill or var: and the name of a variable")));
        };
    }

    record ByTag() implements Grouping {}

    record BySkill() implements Grouping {}

    /**
     * By the values of one variable.
     *
     * @param name the variable's
     */
    record ByVariable(String name) implements Grouping {

        private static final String PREFIX = "var:";

        /** As suite files may name variables. */
        private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z_][A-Za-z0-9_]{0,99}");
    }
}
