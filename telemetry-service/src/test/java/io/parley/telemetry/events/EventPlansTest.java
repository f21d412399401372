package io.parley.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.testing.TestTokens;
import io.parley.telemetry.pages.Position;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages come out of an index: none reads what it does not show but to sort the events of the very same condition. */
@QuarkusTest
@WithTestResource(Lines.class)
class EventPlansTest {

    private static final Instant FROM = Instant.parse("2041-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2041-01-03T00:00:00Z");
    private static final UUID SESSION = UUID.fromString("0198c0de-0000-7000-8000-000000000007");
    private static final Optional<Position> LAST = Optional.of(new Position(TO.minusSeconds(3600), SESSION));

    private static final String FILL = """
            insert into event
                (workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload)
            select $1, gen_random_uuid(), ('0198c0de-0000-7000-8000-' || lpad((i % 1000)::text, 12, '0'))::uuid,
                'user-' || i % 500, 'type-' || i % 200, $2::timestamptz + i * interval '8 seconds', now(), '{}'
            from generate_series(0, 20000) as i
            """;

    private final WorkspaceId workspace = TestTokens.newWorkspace();

    @Inject
    Pool pool;

    @Inject
    Pseudonyms pseudonyms;

    @BeforeEach
    void manyEvents() {
        done(pool.query("select open_days(array['2041-01-01', '2041-01-02']::date[])")
                .execute());
        done(pool.preparedQuery(FILL).execute(Tuple.of(workspace.value(), FROM.atOffset(ZoneOffset.UTC))));
        done(pool.query("analyze event").execute());
    }

    @Test
    void pages_by_time_come_out_of_the_index_in_their_order() {
        assertThat(plan(Optional.empty(), Optional.empty(), Optional.empty()))
                .contains("workspace_id_occurred_at_event_id_idx")
                .doesNotContain("Sort", "Filter", "Seq Scan");
    }

    @Test
    void pages_of_a_session_come_out_of_its_index() {
        assertThat(plan(Optional.of(SESSION), Optional.empty(), Optional.empty()))
                .contains("workspace_id_session_id_occurred_at_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void pages_of_a_subject_come_out_of_its_index() {
        assertThat(plan(Optional.empty(), Optional.of("user-7"), Optional.empty()))
                .contains("workspace_id_subject_id_occurred_at_idx")
                .doesNotContain("Seq Scan");
    }

    @Test
    void pages_of_a_type_come_out_of_its_index() {
        assertThat(plan(Optional.empty(), Optional.empty(), Optional.of("type-7")))
                .contains("workspace_id_type_occurred_at_idx")
                .doesNotContain("Seq Scan");
    }

    private String plan(Optional<UUID> session, Optional<String> subject, Optional<String> type) {
        EventFilter filter = new EventFilter(session, subject, type, Optional.of(FROM), Optional.of(TO), LAST, 50);
        EventSelect select = EventSelect.of(workspace, filter, subject.map(pseudonyms.of(workspace)::idsOf));
        return done(pool.preparedQuery("explain " + select.text())
                .execute(select.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
