package io.parley.telemetry.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Lines.class)
class SessionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sender sender = Sender.ofNewWorkspace();
    private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    private final UUID session = Ids.next();

    @Inject
    Pseudonyms pseudonyms;

    @Test
    void a_session_is_opened_by_its_first_event_and_stays_open() {
        sender.deliver(List.of(at(0, "user.message"), at(2, "assistant.message")));
        JsonPath open = stored(session, 2);

        assertThat(open.getString("subjectId"))
                .isEqualTo(pseudonyms.of(sender.workspace()).of("user-1"));
        assertThat(open.getString("firstAt")).isEqualTo(start.toString());
        assertThat(open.getString("lastAt")).isEqualTo(start.plusSeconds(2).toString());
        assertThat(open.getString("closedAt")).isNull();
        assertThat(open.getString("features")).isNull();
    }

    @Test
    void a_session_is_closed_by_its_end_and_has_its_features() {
        sender.deliver(List.of(at(0, "user.message"), at(2, "assistant.message"), at(5, "session.ended")));

        JsonPath closed = computed(session, 3);

        assertThat(closed.getString("closedBy")).isEqualTo("END");
        assertThat(closed.getInt("featuresVersion")).isOne();
        assertThat(closed.getInt("features.durationMs")).isEqualTo(5_000);
        assertThat(closed.getInt("features.responseMs.p90")).isEqualTo(2_000);
        assertThat(closed.getBoolean("features.abandoned")).isFalse();
    }

    @Test
    void a_session_that_was_silent_for_long_enough_is_closed() {
        receivedAnHourAgo(List.of(at(0, "user.message")));

        JsonPath closed = computed(session, 1);

        assertThat(closed.getString("closedBy")).isEqualTo("SILENCE");
        assertThat(closed.getBoolean("features.abandoned")).isTrue();
    }

    @Test
    void late_events_reopen_the_computation_and_not_the_session() {
        TelemetryEvent question = at(0, "user.message");
        sender.deliver(List.of(question, at(5, "session.ended")));
        JsonPath early = computed(session, 2);

        sender.deliver(List.of(at(-3, "user.message"), at(1, "assistant.message"), question));
        JsonPath late = computed(session, 4);

        assertThat(early.getInt("features.turns")).isZero();
        assertThat(late.getInt("features.turns")).isOne();
        assertThat(late.getInt("features.durationMs")).isEqualTo(8_000);
        assertThat(late.getString("closedAt")).isEqualTo(early.getString("closedAt"));
    }

    @Test
    void an_end_that_comes_after_the_silence_is_the_end_after_all() {
        receivedAnHourAgo(List.of(at(0, "user.message")));
        computed(session, 1);

        sender.deliver(List.of(at(9, "session.ended")));

        assertThat(computed(session, 2).getString("closedBy")).isEqualTo("END");
    }

    @Test
    void what_is_sent_again_counts_once() {
        List<TelemetryEvent> events = List.of(at(0, "user.message"), at(1, "assistant.message"));
        sender.deliver(events);
        sender.deliver(events);
        sender.deliver(List.of(at(2, "session.ended")));

        assertThat(computed(session, 3).getInt("features.eventsByType.'user.message'"))
                .isOne();
    }

    @Test
    void a_session_of_more_than_10000_events_is_closed_without_features() {
        for (int batch = 0; batch < 10; batch++) {
            sender.deliver(
                    IntStream.range(0, 1_000).mapToObj(i -> at(i, "tick")).toList());
        }
        sender.deliver(List.of(at(0, "session.ended")));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get(session).getString("closedAt")).isNotNull());
        assertThat(get(session).getInt("events")).isEqualTo(10_001);
        assertThat(get(session).getString("features")).isNull();
    }

    @Test
    void an_execution_is_no_session() {
        sender.deliver(List.of(at(0, "execution.completed")));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(sender.counted("execution.completed")).isOne());

        sender.request().get(path(session)).then().statusCode(404).body("code", equalTo("session-not-found"));
    }

    @Test
    void sessions_are_listed_the_latest_first_in_pages_and_by_condition() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> Ids.next()).toList();
        sender.deliver(IntStream.range(0, 5)
                .mapToObj(i -> Sample.ofSession(ids.get(i), "session.ended", start.plusSeconds(i), Map.of()))
                .toList());
        sender.deliver(List.of(Sample.ofSession(session, "user.message", start.plusSeconds(9), Map.of())));
        stored(session, 1);
        ids.forEach(id -> computed(id, 1));

        JsonPath first = list("?limit=4");
        assertThat(first.getList("items.sessionId"))
                .isEqualTo(texts(List.of(session, ids.get(4), ids.get(3), ids.get(2))));
        assertThat(list("?limit=4&after=" + first.getString("next")).getList("items.sessionId"))
                .isEqualTo(texts(List.of(ids.get(1), ids.get(0))));
        assertThat(list("?state=open").getList("items.sessionId")).isEqualTo(texts(List.of(session)));
        assertThat(list("?state=closed").getList("items")).hasSize(5);
        assertThat(list("?subjectId=nobody").getList("items")).isEmpty();
        assertThat(list("?subjectId=user-1&from=" + start.plusSeconds(3) + "&to=" + start.plusSeconds(9))
                        .getList("items.sessionId"))
                .isEqualTo(texts(List.of(ids.get(4), ids.get(3))));
    }

    @Test
    void another_workspace_sees_nothing_of_it() {
        sender.deliver(List.of(at(0, "user.message")));
        stored(session, 1);

        Sender stranger = Sender.ofNewWorkspace();
        stranger.request().get(path(session)).then().statusCode(404);
        stranger.request().get("/api/v1/telemetry/sessions").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "state=shut, state",
        "from=now, from",
        "to=x, to",
        "limit=0, limit",
        "after=x, after",
        "subjectId=%00, subjectId"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String parameter) {
        sender.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/telemetry/sessions?" + query)
                .then()
                .statusCode(422)
                .body("errors.field", contains(parameter));
    }

    private TelemetryEvent at(int seconds, String type) {
        return Sample.ofSession(session, type, start.plusSeconds(seconds), Map.of("text", type + seconds));
    }

    private void receivedAnHourAgo(List<TelemetryEvent> events) {
        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(
                    new TelemetryReceived(sender.workspace(), Instant.now().minus(Duration.ofHours(1)), events));
        }
    }

    /** The session, once it has so many events. */
    private JsonPath stored(UUID id, int events) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            sender.request().get(path(id)).then().statusCode(200).body("events", equalTo(events));
        });
        return get(id);
    }

    /** The session, once its features are those of so many events. */
    private JsonPath computed(UUID id, int events) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Integer> byType = get(id).get("features.eventsByType");
            assertThat(byType).isNotNull();
            assertThat(byType.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(events);
        });
        return get(id);
    }

    private JsonPath get(UUID id) {
        return sender.request().get(path(id)).jsonPath();
    }

    private JsonPath list(String query) {
        return sender.request().get("/api/v1/telemetry/sessions" + query).jsonPath();
    }

    private static String path(UUID id) {
        return "/api/v1/telemetry/sessions/" + id;
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
