package io.parley.validation.failures;

import io.parley.contracts.RunCompleted;
import io.parley.platform.ids.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The groups of a run, about to be stored.
 *
 * @param known groups that there are; a cluster that is like one of the same run joins it
 */
record NewGroups(RunCompleted run, List<Cluster> clusters, List<Known> known) {

    /**
     * One statement: whoever comes second finds the run with more groups than were known, or the first positions taken, and
     * so touches no failure either.
     */
    static final String INSERT = """
            with wanted as (
                select * from json_to_recordset($4::text::json) as w(
                    id uuid, joins boolean, position int, label text, example uuid, example_attempt smallint, centre real[],
                    cause uuid, seen_before uuid, executions uuid[], attempts smallint[])
            ), stored as (
                insert into failure_groups
                    (id, workspace_id, run_id, suite_id, position, label, example, example_attempt, centre, cause, seen_before)
                select id, $1, $2, $3, position, label, example, example_attempt, centre, cause, seen_before
                from wanted
                where not joins
                  and (select count(*) from failure_groups g where g.workspace_id = $1 and g.run_id = $2) = $5
                on conflict (workspace_id, run_id, position) do nothing
                returning id
            )
            update failures f set group_id = m.group_id
            from (
                select w.id as group_id, e.execution_id, e.attempt
                from wanted w
                cross join unnest(w.executions, w.attempts) as e(execution_id, attempt)
                where w.joins or w.id in (select id from stored)
            ) m
            where (f.execution_id, f.attempt) = (m.execution_id, m.attempt) and f.workspace_id = $1 and f.group_id is null
            """;

    boolean isEmpty() {
        return clusters.isEmpty();
    }

    /** Values for {@link #INSERT}. */
    Tuple values() {
        int before = (int) known.stream().filter(Known::ofThisRun).count();
        JsonArray groups = new JsonArray();
        for (int index = 0; index < clusters.size(); index++) {
            groups.add(group(before + index, clusters.get(index)));
        }
        return Tuple.of(
                run.workspaceId().value(), run.runId().value(), run.suiteId().value(), groups.encode(), (long) before);
    }

    private JsonObject group(int position, Cluster cluster) {
        Optional<Known> like = Known.like(cluster, known);
        boolean joins = like.map(Known::ofThisRun).orElse(false);
        UUID id = joins ? like.orElseThrow().id() : Ids.next();
        JsonArray centre = new JsonArray();
        for (float value : cluster.centre().values()) {
            centre.add(value);
        }
        JsonArray executions = new JsonArray();
        JsonArray attempts = new JsonArray();
        cluster.failures().forEach(failure -> executions.add(failure.execution().toString()));
        cluster.failures().forEach(failure -> attempts.add(failure.attempt()));
        return new JsonObject()
                .put("id", id.toString())
                .put("joins", joins)
                .put("position", position)
                .put("label", cluster.label())
                .put("example", cluster.example().execution().toString())
                .put("example_attempt", cluster.example().attempt())
                .put("centre", centre)
                .put("cause", like.map(Known::cause).orElse(id).toString())
                .put("seen_before", like.map(group -> group.id().toString()).orElse(null))
                .put("executions", executions)
                .put("attempts", attempts);
    }
}
