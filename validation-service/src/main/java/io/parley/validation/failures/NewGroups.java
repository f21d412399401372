package io.parley.validation.failures;

import io.parley.contracts.RunCompleted;
import io.parley.platform.ids.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The groups of a run, about to be stored. */
record NewGroups(RunCompleted run, List<Cluster> clusters, List<Known> earlier) {

    /** One statement: whoever comes second finds the first positions taken, and so touches no failure either. */
    static final String INSERT = """
            with wanted as (
                select * from json_to_recordset($4::text::json) as w(
                    id uuid, position int, label text, size int, example uuid, example_attempt smallint, centre real[],
                    cause uuid, seen_before uuid, executions uuid[], attempts smallint[])
            ), stored as (
                insert into failure_groups
                    (id, workspace_id, run_id, suite_id, position, label, size, example, example_attempt, centre, cause, seen_before)
                select id, $1, $2, $3, position, label, size, example, example_attempt, centre, cause, seen_before
                from wanted
                where not exists (select 1 from failure_groups g where g.workspace_id = $1 and g.run_id = $2)
                on conflict (workspace_id, run_id, position) do nothing
                returning id
            )
            update failures f set group_id = m.group_id
            from (
                select w.id as group_id, e.execution_id, e.attempt
                from wanted w
                join stored s on s.id = w.id
                cross join unnest(w.executions, w.attempts) as e(execution_id, attempt)
            ) m
            where (f.execution_id, f.attempt) = (m.execution_id, m.attempt) and f.workspace_id = $1
            """;

    boolean isEmpty() {
        return clusters.isEmpty();
    }

    /** Values for {@link #INSERT}. */
    Tuple values() {
        JsonArray groups = new JsonArray();
        for (int position = 0; position < clusters.size(); position++) {
            groups.add(group(position, clusters.get(position)));
        }
        return Tuple.of(
                run.workspaceId().value(), run.runId().value(), run.suiteId().value(), groups.encode());
    }

    private JsonObject group(int position, Cluster cluster) {
        UUID id = Ids.next();
        Optional<Known> seen = Known.like(cluster, earlier);
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
                .put("position", position)
                .put("label", cluster.label())
                .put("size", cluster.failures().size())
                .put("example", cluster.example().execution().toString())
                .put("example_attempt", cluster.example().attempt())
                .put("centre", centre)
                .put("cause", seen.map(Known::cause).orElse(id).toString())
                .put("seen_before", seen.map(known -> known.id().toString()).orElse(null))
                .put("executions", executions)
                .put("attempts", attempts);
    }
}
