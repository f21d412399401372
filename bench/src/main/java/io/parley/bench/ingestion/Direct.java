package io.parley.bench.ingestion;

import io.parley.bench.platform.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the same PostgreSQL takes of the same rows from one loader: a thousand in a statement, two connections, one index. */
final class Direct implements AutoCloseable {

    private static final int IN_A_STATEMENT = 1_000;
    private static final int CONNECTIONS = 2;

    private static final String TABLE = """
            create table if not exists public.bench_event (
                workspace_id uuid not null, event_id uuid not null, session_id uuid not null, subject_id text not null,
                type text not null, occurred_at timestamptz not null, received_at timestamptz not null, payload jsonb not null,
                primary key (workspace_id, event_id))
            """;

    private static final String INSERT = """
            insert into public.bench_event
            select $1, event_id, session_id, 'user-1', 'user.message', $4, $4, payload::jsonb
            from unnest($2::uuid[], $3::uuid[], $5::text[]) as event(event_id, session_id, payload)
            on conflict do nothing
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final UUID workspace = UUID.randomUUID();
    private final String[] payloads = new String[IN_A_STATEMENT];

    Direct(Database database) {
        Arrays.fill(payloads, Events.PAYLOAD);
        this.pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.url())
                        .setUser(database.user())
                        .setPassword(database.password())
                        .setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
        join(pool.query(TABLE).execute());
    }

    /** Rows a second, over the given time. */
    double rowsPerSecond(Duration length) {
        AtomicLong rows = new AtomicLong();
        long since = System.nanoTime();
        long end = since + length.toNanos();
        Promise<Void> first = Promise.promise();
        Promise<Void> second = Promise.promise();
        insertUntil(end, rows, first);
        insertUntil(end, rows, second);
        join(Future.all(first.future(), second.future()));
        double took = (System.nanoTime() - since) / 1e9;
        join(pool.query("truncate public.bench_event").execute());
        return rows.get() / took;
    }

    /** One after the other; a future for each that waits for the next would be a chain too long to end. */
    private void insertUntil(long end, AtomicLong rows, Promise<Void> over) {
        if (System.nanoTime() >= end) {
            over.complete();
            return;
        }
        UUID[] ids = new UUID[IN_A_STATEMENT];
        Arrays.setAll(ids, row -> Events.id());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        pool.preparedQuery(INSERT)
                .execute(Tuple.of(workspace, ids, ids, now, payloads))
                .onSuccess(done -> {
                    rows.addAndGet(IN_A_STATEMENT);
                    insertUntil(end, rows, over);
                })
                .onFailure(over::fail);
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
