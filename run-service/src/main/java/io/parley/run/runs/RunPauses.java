package io.parley.run.runs;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops and resumes the sending of a run. Both do nothing to a run that is as they would leave it. */
@ApplicationScoped
class RunPauses {

    /**
     * Waits for what is being sent out just now, and keeps the dispatcher from taking more until the pause is committed: after
     * it nothing goes out.
     */
    private static final String LOCK = """
            with queued as (
                select run_id from executions
                where workspace_id = $1 and run_id = $2 and status = 'QUEUED'
                order by id
                for no key update
            )
            select id from runs
            where workspace_id = $1 and id = $2
              and (select count(*) from queued) >= 0 -- first the executions, then the run
            for no key update
            """;

    /** A person's pause takes the place of the platform's own, which would end by itself. */
    private static final String PAUSE = """
            update runs
            set pause = case
                    when pause is null or probe_at is not null
                    then json_strip_nulls(json_build_object(
                        'cause', 'REQUESTED', 'reason', $4::text, 'by', $3::uuid, 'at', now()))
                    else pause
                end,
                probe_at = null
            where workspace_id = $1 and id = $2 and status = 'RUNNING'
            returning id
            """;

    private static final String RESUME = """
            update runs
            set pause = null, probe_at = null, unreachable = 0
            where workspace_id = $1 and id = $2 and status = 'RUNNING'
            returning id
            """;

    private final Pool database;

    RunPauses(Pool database) {
        this.database = database;
    }

    /** Whether the run was under way in the workspace; then it is paused. */
    Uni<Boolean> pause(WorkspaceId workspace, RunId id, UUID by, @Nullable String reason) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspace.value(), id.value()))
                .chain(() ->
                        transaction.preparedQuery(PAUSE).execute(Tuple.of(workspace.value(), id.value(), by, reason)))
                .map(rows -> Rows.first(rows, row -> row).isPresent()));
    }

    /** Whether the run was under way in the workspace; then it is not paused. */
    Uni<Boolean> resume(WorkspaceId workspace, RunId id) {
        return database.preparedQuery(RESUME)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, row -> row).isPresent());
    }
}
