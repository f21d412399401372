package io.parley.run.runs;

import io.parley.run.suites.Revision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the cases of a revision that suit a choice. */
@ApplicationScoped
class ChosenCases {

    private static final String COUNT =
            "select count(*)::int as cases from suite_cases c where c.suite_id = $1 and c.revision = $2 and "
                    + suits("$3", "$4");

    private final Pool database;

    ChosenCases(Pool database) {
        this.database = database;
    }

    /**
     * A condition on a row {@code c} of {@code suite_cases}.
     *
     * @param pattern the parameter with the choice's pattern for names
     * @param tags the parameter with the choice's tags
     */
    static String suits(String pattern, String tags) {
        return """
                ($pattern::text is null or c.conversation ->> 'name' ilike $pattern)
                and ($tags::text[] is null or exists (
                    select from json_array_elements_text(c.conversation -> 'tags') as tag where tag = any($tags)))
                """.replace("$pattern", pattern).replace("$tags", tags);
    }

    /** How many there are; of a choice of all no case is looked at. */
    Uni<Integer> count(Revision revision, CaseChoice choice) {
        return choice.isOfAll()
                ? Uni.createFrom().item(revision.cases())
                : database.preparedQuery(COUNT)
                        .execute(Tuple.of(
                                revision.suiteId().value(), revision.number(), choice.namePattern(), choice.tagArray()))
                        .map(rows -> rows.iterator().next().getInteger("cases"));
    }
}
