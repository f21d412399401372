package io.parley.e2e.events;

import io.parley.backing.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What the database holds of a workspace's events, counted row by row.
 *
 * @param rows of events
 * @param distinct events among them
 * @param byDay what the counts by day say, as {@code byHour} and {@code byMinute} do
 * @param sessions of these events
 * @param wrongSessions sessions that count other events than there are rows of them
 */
public record EventLedger(
        int rows, int distinct, int byDay, int byHour, int byMinute, int sessions, int wrongSessions) {

    private static final String COUNT = """
            with mine as (select event_id, session_id from telemetry.event where workspace_id = ?::uuid),
            session as (
                select s.session_id, s.events, coalesce(told.rows, 0) as rows
                from telemetry.session s
                left join (select session_id, count(*) as rows from mine group by session_id) told using (session_id)
                where s.workspace_id = ?::uuid
            )
            select (select count(*) from mine) as rows,
                   (select count(distinct event_id) from mine) as distinct_events,
                   (select coalesce(sum(events), 0) from telemetry.event_count where workspace_id = ?::uuid) as by_day,
                   (select coalesce(sum(events), 0) from telemetry.event_count_hour where workspace_id = ?::uuid) as by_hour,
                   (select coalesce(sum(events), 0) from telemetry.event_count_minute where workspace_id = ?::uuid) as by_minute,
                   (select count(*) from session) as sessions,
                   (select count(*) from session where events <> rows) as wrong_sessions
            """;

    private static final int PARAMETERS = 5;

    public static EventLedger of(UUID workspace, Endpoints servers) {
        try (Connection connection =
                        DriverManager.getConnection(servers.jdbcUrl(), servers.adminUser(), servers.adminPassword());
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (int parameter = 1; parameter <= PARAMETERS; parameter++) {
                count.setObject(parameter, workspace);
            }
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new EventLedger(
                        row.getInt("rows"),
                        row.getInt("distinct_events"),
                        row.getInt("by_day"),
                        row.getInt("by_hour"),
                        row.getInt("by_minute"),
                        row.getInt("sessions"),
                        row.getInt("wrong_sessions"));
            }
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
