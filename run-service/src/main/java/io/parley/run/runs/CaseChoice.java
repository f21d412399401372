package io.parley.run.runs;

import io.parley.platform.problems.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of its revision a run holds; null leaves a part open, and a case has to suit both.
 *
 * @param filter what their names contain; with {@code *} (any characters) or {@code ?} (one), what all of the name is like.
 *     Upper and lower case are the same
 * @param tags of which they have one or more; in alphabetical order, each once
 */
record CaseChoice(@Nullable String filter, @Nullable List<String> tags) {

    static final CaseChoice ALL = new CaseChoice(null, null);

    CaseChoice {
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
