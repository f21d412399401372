package io.parley.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.ids.Ids;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class PrivacyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String STORE_LATE = """
            insert into event (workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload)
            values ($1, $2, $3, 'somebody else', 'answer', $4, now(), '{}')
            """;

    private static final String COUNT_LATE = """
            update session
            set events = events + 1, last_at = last_at + interval '1 hour'
            where workspace_id = $1 and session_id = $2
            """;

    private final Sender sender = Sender.ofNewWorkspace();
    private final Sender admin = Sender.adminOf(sender);
    private final String subject = "class/" + UUID.randomUUID();
    private final UUID own = Ids.next();
    private final UUID shared = Ids.next();
    private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
    private final List<TelemetryEvent> events = Stream.concat(
                    IntStream.range(0, 5).mapToObj(i -> event(own, subject, "answer", i)),
                    Stream.of(
                            event(shared, subject, "answer", 6),
                            event(shared, "somebody else", "answer", 6),
                            event(shared, "somebody else", "session.ended", 7)))
            .toList();

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @Inject
    Pool pool;

    @BeforeEach
    void tell() {
        sender.request().body(Map.of()).put("/api/v1/skills/sums").then().statusCode(200);
        sender.request()
                .body(Map.of("type", "answer", "skill", "sums", "correct", true))
                .post("/api/v1/skill-rules")
                .then()
                .statusCode(201);
        assess();
        sender.deliver(events);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(8));
    }

    private void assess() {
        sender.request()
                .body(Map.of(
                        "observations",
                        List.of(Map.of(
                                "reference",
                                "exam-1",
                                "subjectKind",
                                "LEARNER",
                                "subject",
                                subject,
                                "skill",
                                "sums",
                                "correct",
                                true,
                                "at",
                                start.toString()))))
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    @Test
    void an_erased_subject_is_in_no_table_and_the_counts_are_those_of_the_rest() {
        sender.events("?subjectId=" + subject).then().statusCode(200).body("items", hasSize(6));
        assertThat(rows.mentions(stored(subject))).isPositive();

        admin.request()
                .delete("/api/v1/subjects/" + subject)
                .then()
                .statusCode(200)
                .body("events", equalTo(6))
                .body("sessions", equalTo(1))
                .body("observations", equalTo(7));

        assertThat(rows.mentions(stored(subject))).isZero();
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
        assertThat(rows.counted(sender.workspace())).isEqualTo(2);
        admin.request().get("/api/v1/erasures").then().statusCode(200).body("items.events", contains(6));
        admin.request()
                .get("/api/v1/personal-reads")
                .then()
                .statusCode(200)
                .body("items.what", contains("EVENTS"))
                .body("items[0].subject", nullValue());
        await().atMost(PATIENCE)
                .untilAsserted(() -> sender.request()
                        .get("/api/v1/telemetry/sessions/" + shared)
                        .then()
                        .body("events", equalTo(2))
                        .body("subjectId", equalTo(stored("somebody else")))
                        .body("features.durationMs", equalTo(60_000)));
    }

    @Test
    void what_was_erased_is_not_stored_again_when_it_is_sent_again() {
        admin.request().delete("/api/v1/subjects/" + subject).then().statusCode(200);
        TelemetryEvent later = event(own, "somebody else", "answer", 9);

        sender.deliver(events);
        sender.deliver(List.of(later));
        assess();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(3));

        assertThat(rows.mentions(stored(subject))).isZero();
        admin.request()
                .delete("/api/v1/subjects/" + subject)
                .then()
                .statusCode(200)
                .body("events", equalTo(0))
                .body("observations", equalTo(0));
    }

    @Test
    void who_looks_an_erased_subject_up_is_written_down_and_the_subject_is_not() {
        admin.request().delete("/api/v1/subjects/" + subject).then().statusCode(200);

        admin.request().get("/api/v1/subjects/" + subject).then().statusCode(200);
        sender.events("?subjectId=" + subject).then().statusCode(200);

        assertThat(rows.mentions(stored(subject))).isZero();
        admin.request()
                .get("/api/v1/personal-reads")
                .then()
                .body("items.what", contains("EVENTS", "EXPORT"))
                .body("items.subject", contains(nullValue(), nullValue()));
    }

    @Test
    void what_is_stored_while_a_subject_is_erased_waits_for_nobody_and_is_counted() {
        SqlConnection storing = done(pool.getConnection());
        Transaction transaction = done(storing.begin());
        done(storing.preparedQuery(STORE_LATE)
                .execute(Tuple.of(
                        sender.workspace().value(),
                        Ids.next(),
                        shared,
                        start.plusSeconds(500).atOffset(ZoneOffset.UTC))));
        done(storing.preparedQuery(COUNT_LATE)
                .execute(Tuple.of(sender.workspace().value(), shared)));

        CompletableFuture<Response> erasure =
                CompletableFuture.supplyAsync(() -> admin.request().delete("/api/v1/subjects/" + subject));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows.waiting()).isPositive());
        sender.deliver(List.of(event(Ids.next(), "somebody else", "answer", 6)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(9));

        assertThat(erasure).isNotDone();
        done(transaction.commit());
        done(storing.close());
        assertThat(erasure.join().statusCode()).isEqualTo(200);
        sender.request()
                .get("/api/v1/telemetry/sessions/" + shared)
                .then()
                .body("events", equalTo(3))
                .body("subjectId", equalTo(stored("somebody else")));
    }

    @Test
    void whoever_is_shown_is_in_the_list_of_reads_however_they_were_asked_for() {
        sender.events("?sessionId=" + shared).then().statusCode(200);
        for (String path : List.of("groups", "exports/json", "exports/csv")) {
            sender.request()
                    .body(Map.of("subjects", List.of(subject, "nobody")))
                    .post("/api/v1/assessments/" + path)
                    .then()
                    .statusCode(200);
        }

        admin.request()
                .get("/api/v1/personal-reads?subject=" + subject)
                .then()
                .body("items.what", contains("PROFILES", "PROFILES", "PROFILES", "EVENTS"));
        admin.request().get("/api/v1/personal-reads?subject=nobody").then().body("items", hasSize(0));
        admin.request().get("/api/v1/personal-reads").then().body("items", hasSize(8));
    }

    @Test
    void an_export_has_everything_about_a_subject_and_is_written_down() {
        UUID joined = Ids.next();
        TelemetryEvent late = event(joined, subject, "chat", 9);
        sender.deliver(List.of(event(joined, "somebody else", "chat", 8), late));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(10));

        JsonPath export = admin.request()
                .get("/api/v1/subjects/" + subject)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(export.getString("subject")).isEqualTo(subject);
        assertThat(export.getList("events.eventId"))
                .isEqualTo(Stream.concat(events.stream().limit(6), Stream.of(late))
                        .map(event -> event.eventId().toString())
                        .toList());
        assertThat(export.getString("events[0].payload.text")).isEqualTo("\"0\"");
        assertThat(export.getList("sessions.sessionId"))
                .containsExactlyInAnyOrder(own.toString(), shared.toString(), joined.toString());
        assertThat(export.getList("reads.what")).isEqualTo(List.of("EXPORT"));
        assertThat(export.getList("observations.source")).containsOnly("EVENT", "OUTSIDE");
        assertThat(export.getList("observations")).hasSize(7);
        admin.request().get("/api/v1/personal-reads?subject=" + subject).then().body("items.what", contains("EXPORT"));
    }

    @Test
    void only_administrators_export_and_erase_and_only_what_is_of_their_workspace() {
        sender.request().get("/api/v1/subjects/" + subject).then().statusCode(403);
        sender.request().delete("/api/v1/subjects/" + subject).then().statusCode(403);
        sender.request().get("/api/v1/personal-reads").then().statusCode(403);
        Sender.adminOf(Sender.ofNewWorkspace())
                .request()
                .delete("/api/v1/subjects/" + subject)
                .then()
                .body("events", equalTo(0));
        assertThat(rows.events(sender.workspace())).isEqualTo(8);
    }

    private String stored(String id) {
        return pseudonyms.of(sender.workspace()).of(id);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private TelemetryEvent event(UUID session, String who, String type, int minute) {
        return new TelemetryEvent(
                Ids.next(),
                session,
                who,
                type,
                start.plus(Duration.ofMinutes(minute)),
                Sample.text(Map.of("text", "\"" + minute + "\"")));
    }
}
