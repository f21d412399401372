package io.parley.e2e.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backing.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What the database holds of a run, counted row by row.
 *
 * @param executions of the run
 * @param transcripts of its executions
 * @param verdicts of its executions
 * @param sessions its executions that telemetry has heard of
 * @param events everything telemetry has heard of them
 * @param distinctEvents those of different attempts: one more would be one counted twice
 * @param countedEvents what telemetry's counters say for the whole workspace
 */
record Ledger(
        int executions,
        int transcripts,
        int verdicts,
        int sessions,
        int events,
        int distinctEvents,
        int countedEvents) {

    private static final String COUNT = """
            with mine as (select id, workspace_id from runs.executions where run_id = ?),
            told as (
                select e.session_id, e.payload ->> 'attempt' as attempt
                from telemetry.event e join mine m on e.workspace_id = m.workspace_id and e.session_id = m.id
            )
            select (select count(*) from mine) as executions,
                   (select count(*) from runs.transcripts t join mine m on m.id = t.execution_id) as transcripts,
                   (select count(*) from runs.verdicts v join mine m on m.id = v.execution_id) as verdicts,
                   (select count(distinct session_id) from told) as sessions,
                   (select count(*) from told) as events,
                   (select count(distinct (session_id, attempt)) from told) as distinct_events,
                   (select coalesce(sum(events), 0) from telemetry.event_count
                    where type = 'execution.completed' and workspace_id = (select workspace_id from mine limit 1))
                       as counted_events
            """;

    /** Every case has its rows once; a case that was sent twice may be told of once for each attempt, and counts so. */
    void assertComplete(int cases) {
        assertThat(executions).as("executions").isEqualTo(cases);
        assertThat(transcripts).as("transcripts").isEqualTo(cases);
        assertThat(verdicts).as("verdicts").isEqualTo(cases);
        assertThat(sessions).as("executions in telemetry").isEqualTo(cases);
        assertThat(events).as("events of them").isEqualTo(distinctEvents).isEqualTo(countedEvents);
    }

    static Ledger of(UUID run, Endpoints servers) {
        try (Connection connection =
                        DriverManager.getConnection(servers.jdbcUrl(), servers.adminUser(), servers.adminPassword());
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, run);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Ledger(
                        row.getInt("executions"),
                        row.getInt("transcripts"),
                        row.getInt("verdicts"),
                        row.getInt("sessions"),
                        row.getInt("events"),
                        row.getInt("distinct_events"),
                        row.getInt("counted_events"));
            }
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
