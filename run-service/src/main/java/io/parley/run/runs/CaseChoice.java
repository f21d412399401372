package io.parley.run.runs;

import io.parley.platform.local.ForLocal;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of its revision a run holds; null leaves a part open, and a case has to suit both.
 *
 * @param filter what their names contain; with {@code *} (any characters) or {@code ?} (one), what all of the name is like.
 *     Upper and lower case are the same
 * @param tags of which they have one or more; in alphabetical order, each once
 */
@ForLocal
public record CaseChoice(@Nullable String filter, @Nullable List<String> tags) {

    static final CaseChoice ALL = new CaseChoice(null, null);

    public CaseChoice {
        tags = tags == null ? null : tags.stream().distinct().sorted().toList();
    }

    boolean isOfAll() {
        return equals(ALL);
    }

    /** The filter as PostgreSQL's {@code ilike} has it; null for any name. */
    @Nullable String namePattern() {
        if (filter == null) {
            return null;
        }
        String escaped = filter.replaceAll("[\\\\%_]", "\\\\$0");
        String pattern = escaped.replace('*', '%').replace('?', '_');
        return pattern.equals(escaped) ? "%" + escaped + "%" : pattern;
    }

    String @Nullable [] tagArray() {
        return tags == null ? null : tags.toArray(String[]::new);
    }

    /** Whether a case of this name with these tags suits. */
    public boolean suits(String name, List<String> ofCase) {
        return (filter == null || isLike(name, filter))
                && (tags == null || tags.stream().anyMatch(ofCase::contains));
    }

    private static boolean isLike(String name, String filter) {
        if (!filter.contains("*") && !filter.contains("?")) {
            return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
        }
        String pattern = Pattern.quote(filter).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    /** That no case suits it, for whoever chose. */
    public Problem nothingChosen() {
        return RunProblems.NOTHING_CHOSEN.problem(complaints());
    }

    /** What is wrong with a choice that no case suits. */
    List<FieldError> complaints() {
        if (filter == null) {
            return List.of(new FieldError("/tags", "must have a tag of a case of the suite"));
        }
        return List.of(new FieldError(
                "/filter",
                tags == null
                        ? "must suit the name of a case of the suite"
                        : "must suit the name of a case of the suite that has one of the tags"));
    }
}
