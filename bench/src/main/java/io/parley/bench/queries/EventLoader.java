package io.parley.bench.queries;

import io.parley.bench.load.Waiting;
import io.parley.bench.platform.Database;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Writes events straight into the platform's database: of the {@value #DAYS} days before today, half of them in one workspace
 * and the others in four, in sessions of 20, of which a thousand go on at any time and a subject has about 50. A thousandth are
 * errors, the rest messages.
 */
final class EventLoader implements AutoCloseable {

    static final int DAYS = 30;

    private static final int SESSION = 20;
    private static final int AT_ONCE = 1_000;
    private static final int SESSIONS_OF_SUBJECT = 50;

    /** $1 day, $2 workspace, $3 events of the day, $4 number of the day's first session, $5 subjects. */
    private static final String EVENTS = """
            insert into telemetry.event (workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload)
            select case when session %% 2 = 0 then $2::uuid else md5('workspace' || session %% 8)::uuid end,
                uuidv7(at - now()), md5('session' || session)::uuid, 'subject-' || (session / 2) %% $5::bigint,
                case when random() < 0.001 then 'assistant.error' when random() < 0.5 then 'user.message'
                    else 'assistant.message' end,
                at, at + interval '1 second',
                jsonb_build_object('text', repeat('Where is my order, and when will it come? ', 6), 'turn', number)
            from generate_series(0, $3::bigint - 1) as number,
                lateral (select $1::date::timestamp at time zone 'UTC' + number * (interval '1 day' / $3::float8) as at,
                    $4::bigint + number / %1$d * %2$d + number %% %2$d as session) as made
            """.formatted(SESSION * AT_ONCE, AT_ONCE);

    /** Closed, so that nobody looks whether they are over. */
    private static final String SESSIONS = """
            insert into telemetry.session
                (workspace_id, session_id, subject_id, first_at, last_at, heard_at, events, ended, closed_at)
            select workspace_id, session_id, min(subject_id), min(occurred_at), max(occurred_at), max(received_at), count(*),
                false, max(received_at)
            from telemetry.event
            where occurred_at >= $1::date::timestamp at time zone 'UTC'
              and occurred_at < ($1::date + 1)::timestamp at time zone 'UTC'
            group by workspace_id, session_id
            """;

    private static final String SIZE = """
            select sum(pg_total_relation_size(relid))::bigint as bytes, sum(pg_relation_size(relid))::bigint as rows
            from pg_partition_tree('telemetry.event')
            """;

    private static final String SAMPLE = """
            select session_id, subject_id, first_at
            from telemetry.session
            where workspace_id = $1
            order by random()
            limit $2
            """;

    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    EventLoader(Database database) {
        this.pool = database.pool(vertx);
    }

    /** A session of the workspace, whose it is and when it began. */
    record Sample(UUID session, String subject, OffsetDateTime at) {}

    /**
     * What the events take on the disk.
     *
     * @param bytes with indexes
     * @param rows bytes without them
     */
    record Size(long bytes, long rows) {}

    /** @param workspace that has half of the events */
    void load(UUID workspace, long events) throws IOException {
        long eachDay = events / DAYS;
        long subjects = Math.max(1, events / 2 / SESSION / SESSIONS_OF_SUBJECT);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        ask(
                "select telemetry.open_days($1)",
                Tuple.of(today.minusDays(DAYS).datesUntil(today).toArray(LocalDate[]::new)));
        for (int number = 0; number < DAYS; number++) {
            LocalDate day = today.minusDays(DAYS - number);
            long firstSession = number * (eachDay / SESSION + AT_ONCE);
            ask(EVENTS, Tuple.of(day, workspace, eachDay, firstSession, subjects));
            ask(SESSIONS, Tuple.of(day));
            System.err.println(day + ": " + eachDay + " events");
        }
        ask("vacuum (analyze) telemetry.event, telemetry.session", Tuple.tuple());
    }

    Size size() throws IOException {
        Row row = ask(SIZE, Tuple.tuple()).iterator().next();
        return new Size(row.getLong("bytes"), row.getLong("rows"));
    }

    /** So many sessions of the workspace, any of them. */
    List<Sample> sample(UUID workspace, int number) throws IOException {
        return StreamSupport.stream(ask(SAMPLE, Tuple.of(workspace, number)).spliterator(), false)
                .map(row -> new Sample(
                        row.getUUID("session_id"), row.getString("subject_id"), row.getOffsetDateTime("first_at")))
                .toList();
    }

    private RowSet<Row> ask(String statement, Tuple values) throws IOException {
        return Waiting.on(pool.preparedQuery(statement).execute(values), AT_MOST);
    }

    @Override
    public void close() throws IOException {
        Waiting.on(pool.close(), Duration.ofSeconds(30));
        Waiting.on(vertx.close(), Duration.ofSeconds(30));
    }
}
