package io.parley.bench.statistics;

import io.parley.bench.platform.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Writes completed runs straight into the platform's database, as they would be if they had been carried out. */
final class Loader implements AutoCloseable {

    /** $1 run, $2 suite, $3 seed: one execution in twenty fails, one in a hundred is unsure, each by chance. */
    private static final List<String> LOAD = List.of("""
            insert into runs.runs (id, workspace_id, suite_id, revision, target_id, target_name, target, pace, send_window,
                                   total, queued, created_by)
            select $1::uuid, workspace_id, suite_id, number, $1::uuid, 'none', '{}', 1, 64, executions, executions, created_by
            from runs.suite_revisions
            where suite_id = $2::uuid and number = 1 and $3::float8 is not null
            """, """
            insert into runs.executions (workspace_id, run_id, position, repeat, recorded, held, status, verdict, score, duration)
            select c.workspace_id, $1::uuid, c.position, number, true, true, 'FINISHED',
                   case when random() < $3::float8 then 'FAIL' when random() < 0.01 then 'UNSURE' else 'PASS' end,
                   1, (50000 + 200000 * random())::bigint
            from runs.suite_cases c cross join lateral generate_series(1, c.repeat) as number
            where c.suite_id = $2::uuid and c.revision = 1
            order by c.position, number
            """, """
            update runs.runs r
            set status = 'COMPLETED', completed_at = now(), queued = 0, recorded = total,
                passed = e.passed, failed = e.failed, unsure = e.unsure
            from (select count(*) filter (where verdict = 'PASS') as passed,
                         count(*) filter (where verdict = 'FAIL') as failed,
                         count(*) filter (where verdict = 'UNSURE') as unsure
                  from runs.executions where run_id = $1::uuid and $3::float8 is not null) e
            where r.id = $1::uuid and r.suite_id = $2::uuid
            """);

    private static final double FAILING = 0.05;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    Loader(Database database) {
        this.pool = database.pool(vertx);
    }

    /** A completed run of the suite's first revision; answers its id. */
    String run(String suite) {
        UUID id = UUID.randomUUID();
        for (String statement : LOAD) {
            join(pool.preparedQuery(statement).execute(Tuple.of(id, UUID.fromString(suite), FAILING)));
        }
        join(pool.query("analyze runs.executions, runs.runs, runs.suite_cases").execute());
        return id.toString();
    }

    private static <T> void join(Future<T> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        join(pool.close());
        join(vertx.close());
    }
}
