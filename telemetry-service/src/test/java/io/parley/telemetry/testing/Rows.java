package io.parley.telemetry.testing;

import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is really in the tables, asked past the service. */
@ApplicationScoped
public class Rows {

    private final Pool pool;

    Rows(Pool pool) {
        this.pool = pool;
    }

    /** Stored events of a workspace. */
    public long events(WorkspaceId workspace) {
        return number("select count(*) from event where workspace_id = $1", workspace);
    }

    /** The sum of a workspace's counts. */
    public long counted(WorkspaceId workspace) {
        return number("select coalesce(sum(events), 0)::bigint from event_count where workspace_id = $1", workspace);
    }

    /** Counts of a workspace by day, hour and minute that differ from the rows they count. */
    public long wrongCounts(WorkspaceId workspace) {
        return wrongCounts(workspace, "event_count", "day", "(occurred_at at time zone 'UTC')::date")
                + wrongCounts(workspace, "event_count_hour", "hour", "date_trunc('hour', occurred_at, 'UTC')")
                + wrongCounts(workspace, "event_count_minute", "minute", "date_trunc('minute', occurred_at, 'UTC')");
    }

    private long wrongCounts(WorkspaceId workspace, String table, String unit, String ofEvent) {
        return number("""
                select count(*)
                from (
                    select %3$s as %2$s, type, count(*) as events
                    from event where workspace_id = $1 group by 1, 2
                ) as stored
                full join (select * from %1$s where workspace_id = $1) as counted using (%2$s, type)
                where stored.events is distinct from counted.events
                """.formatted(table, unit, ofEvent), workspace);
    }

    /** Identities of a workspace that are remembered. */
    public long identities(WorkspaceId workspace) {
        return number("select count(*) from event_identity where workspace_id = $1", workspace);
    }

    /** Sessions of a workspace. */
    public long sessions(WorkspaceId workspace) {
        return number("select count(*) from session where workspace_id = $1", workspace);
    }

    /** Stored observations of a workspace: source, reference, skill, kind and id of the subject, correct, weight. */
    public List<String> observations(WorkspaceId workspace) {
        return texts("observation", workspace);
    }

    /** All evidence of a workspace, as {@link #observations}. */
    public List<String> evidence(WorkspaceId workspace) {
        return texts("evidence", workspace);
    }

    /** Statements that wait for what another transaction holds. */
    public long waiting() {
        return pool.query("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** Stores so many observations of each of so many skills, {@code many.1} and so on, of an assistant, the later skills later; tells how many. */
    public int observe(WorkspaceId workspace, String assistant, int skills, int ofEach) {
        return pool.preparedQuery("""
                insert into observation
                    (workspace_id, source, reference, skill, subject_kind, subject, correct, weight, observed_at)
                select $1, 'OUTSIDE', skill || '/' || item, 'many.' || skill, 'ASSISTANT', $2, true, 1,
                    timestamptz '2026-05-10 12:00:00Z' + skill * interval '1 day' + item * interval '1 second'
                from generate_series(1, $3::integer) as skill, generate_series(1, $4::integer) as item
                """)
                .execute(Tuple.of(workspace.value(), assistant, skills, ofEach))
                .map(stored -> stored.rowCount())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** Rows of all tables in which a text occurs, whatever the column. */
    public long mentions(String text) {
        return tables().stream().mapToLong(table -> mentions(table, text)).sum();
    }

    private long mentions(String table, String text) {
        return pool.preparedQuery(
                        "select count(*) from only " + table + " as entry where position($1 in entry::text) > 0")
                .execute(Tuple.of(text))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private List<String> tables() {
        return pool.query("select relname from pg_class where relnamespace = current_schema()::regnamespace"
                        + " and relkind = 'r' and relname <> 'flyway_schema_history'")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("relname"))
                        .toList())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private List<String> texts(String table, WorkspaceId workspace) {
        return pool.preparedQuery(
                        "select concat_ws(' ', source, reference, skill, subject_kind, subject, correct::text, weight)"
                                + " as line from " + table + " where workspace_id = $1")
                .execute(Tuple.of(workspace.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("line"))
                        .toList())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long number(String query, WorkspaceId workspace) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
