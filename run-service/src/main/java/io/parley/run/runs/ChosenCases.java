package io.parley.run.runs;

import io.parley.platform.database.Rows;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Simulator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the cases of a revision that suit a choice. */
@ApplicationScoped
class ChosenCases {

    private static final String COUNT =
            "select count(*)::int as cases from suite_cases c where c.suite_id = $1 and c.revision = $2 and "
                    + suits("$3", "$4");

    /** Of the cases whose executions failed in the run that is retried, or else of those that suit the choice. */
    private static final String SIMULATORS = """
            select distinct c.conversation -> 'simulate' ->> 'model' as model
            from suite_cases c
            where c.suite_id = $1 and c.revision = $2
              and c.conversation -> 'simulate' ->> 'model' is not null
              and case when $5::uuid is null then\s""" + suits("$3", "$4") + """
                  else c.position in (
                      select position from executions where run_id = $5 and verdict in ('FAIL', 'ERROR')) end
            """;

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

    /** The models of the revision that play users of the cases of a run. */
    Uni<List<Simulator>> simulators(Revision revision, RunOptions options) {
        return revision.simulators().isEmpty() || !options.arePartial()
                ? Uni.createFrom().item(revision.simulators())
                : database.preparedQuery(SIMULATORS)
                        .execute(values(revision, options))
                        .map(rows -> Rows.list(rows, row -> row.getString("model")))
                        .map(names -> revision.simulators().stream()
                                .filter(simulator -> names.contains(simulator.name()))
                                .toList());
    }

    private static Tuple values(Revision revision, RunOptions options) {
        return Tuple.of(
                revision.suiteId().value(),
                revision.number(),
                options.choice().namePattern(),
                options.choice().tagArray(),
                options.retryOf() == null ? null : options.retryOf().value());
    }
}
