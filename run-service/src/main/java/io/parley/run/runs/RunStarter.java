package io.parley.run.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.Target;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Trace;
import io.parley.run.suites.Revision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores a new run and one row for each of its executions, in one statement. */
@ApplicationScoped
class RunStarter {

    /** Executions on their way at once, by the conversations that the target holds at once. */
    private static final int WINDOWS_PER_SLOT = 8;

    private static final int SMALLEST_WINDOW = 64;
    private static final int LARGEST_WINDOW = 1_024;

    private static final String START = """
            with run as (
                insert into runs (id, workspace_id, suite_id, revision, target_id, target_name, target, pace,
                                  send_window, idempotency_key, traceparent, total, queued, created_by,
                                  branch)
                select $1, workspace_id, suite_id, number, $5, $6, $7::text::json,
                       greatest(extract(epoch from budget)::float8 / executions / $8::int,
                                coalesce(turns / $9::float8 / executions, 0)),
                       $10, $11, $12, executions, executions, $13, $14
                from suite_revisions
                where workspace_id = $2 and suite_id = $3 and number = $4
                on conflict (workspace_id, idempotency_key) do nothing
                returning id, workspace_id, suite_id, revision
            ),
            rows as (
                insert into executions (workspace_id, run_id, position, repeat)
                select run.workspace_id, run.id, c.position, number
                from run
                join suite_cases c on c.suite_id = run.suite_id and c.revision = run.revision
                cross join lateral generate_series(1, c.repeat) as number
                order by c.position, number
            )
            select id from run
            """;

    private final Pool database;
    private final ObjectMapper json;

    RunStarter(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Stores the run.
     *
     * @return whether it was stored; if not, another run of the workspace has the idempotency key
     */
    Uni<Boolean> start(NewRun run) {
        return database.preparedQuery(START).execute(values(run)).map(rows -> rows.size() == 1);
    }

    private Tuple values(NewRun run) {
        LiveTarget target = run.target();
        int slots = target.limits().maxConcurrency();
        return Tuple.tuple()
                .addUUID(run.id().value())
                .addUUID(run.workspaceId().value())
                .addUUID(run.revision().suiteId().value())
                .addInteger(run.revision().number())
                .addUUID(target.id().value())
                .addString(target.name())
                .addString(wireForm(target))
                .addInteger(slots)
                .addDouble(target.limits().requestsPerSecond())
                .addInteger(Math.clamp((long) slots * WINDOWS_PER_SLOT, SMALLEST_WINDOW, LARGEST_WINDOW))
                .addString(run.idempotencyKey())
                .addString(Trace.current().traceparent())
                .addUUID(run.createdBy())
                .addString(run.branch());
    }

    private String wireForm(Target target) {
        try {
            return json.writerFor(Target.class).writeValueAsString(target);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a target that is no JSON", impossible);
        }
    }

    /**
     * A run that is to be stored.
     *
     * @param idempotencyKey at most one run of the workspace has it; null for none
     */
    record NewRun(
            RunId id,
            WorkspaceId workspaceId,
            Revision revision,
            LiveTarget target,
            String branch,
            @Nullable String idempotencyKey,
            UUID createdBy) {}
}
