package io.parley.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.parley.contracts.TelemetryEvent;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Lines.class)
class EventsTest {

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @Test
    void an_event_is_shown_as_it_was_sent_but_for_its_subject() {
        Map<String, Object> sent = Sample.json(Sample.event("message.sent"));
        sent.put("payload", Map.of("text", "Grüße 😀", "deep", Map.of("list", List.of(1, 2.5, true))));
        sender.request()
                .body("""
                        {"eventId":"%s","sessionId":"%s","subjectId":"user-1","type":"message.sent","occurredAt":"%s",
                         "payload":{"text":"Grüße 😀","nothing":null,"deep":{"list":[1,2.5,null]}}}
                        """.formatted(sent.get("eventId"), sent.get("sessionId"), sent.get("occurredAt")))
                .post("/api/v1/telemetry/events")
                .then()
                .statusCode(202);
        stored(1);

        sender.events("")
                .then()
                .statusCode(200)
                .body("items[0].eventId", equalTo(sent.get("eventId")))
                .body("items[0].sessionId", equalTo(sent.get("sessionId")))
                .body(
                        "items[0].subjectId",
                        equalTo(pseudonyms.of(sender.workspace()).of("user-1")))
                .body("items[0].occurredAt", equalTo(sent.get("occurredAt")))
                .body("items[0].payload.text", equalTo("Grüße 😀"))
                .body("items[0].payload.containsKey('nothing')", equalTo(true))
                .body("items[0].payload.deep.list", contains(1, 2.5f, null));
    }

    @Test
    void events_come_newest_first_in_pages_that_neither_repeat_nor_leave_out() {
        Instant now = Instant.now();
        List<TelemetryEvent> events = IntStream.range(0, 25)
                .mapToObj(i -> Sample.event("message.sent", now.minus(Duration.ofHours(6L * (i / 2)))))
                .toList();
        sender.deliver(events);
        stored(25);

        List<String> shown = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = sender.events("?limit=4" + after).jsonPath();
            shown.addAll(page.getList("items.eventId", String.class));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(shown)
                .isEqualTo(events.stream()
                        .sorted(Comparator.comparing(TelemetryEvent::occurredAt)
                                .thenComparing(event -> event.eventId().toString())
                                .reversed())
                        .map(event -> event.eventId().toString())
                        .toList());
    }

    @Test
    void filters_narrow_the_list() {
        Instant noon = Instant.now().minus(Duration.ofDays(3));
        TelemetryEvent early = Sample.event("login", noon.minusSeconds(60));
        TelemetryEvent late = Sample.event("login", noon);
        TelemetryEvent other = Sample.event("logout", noon);
        sender.deliver(List.of(early, late, other));
        stored(3);

        shows("?type=login", late, early);
        shows("?type=login&from=" + late.occurredAt(), late);
        shows("?type=login&to=" + late.occurredAt(), early);
        shows("?sessionId=" + other.sessionId(), other);
        shows("?sessionId=" + other.sessionId() + "&type=login");
        shows("?subjectId=user-1&type=logout", other);
        shows("?subjectId=nobody");
    }

    @Test
    void another_workspace_sees_nothing_of_it() {
        TelemetryEvent event = Sample.event("message.sent");
        sender.deliver(List.of(event));
        stored(1);

        Sender stranger = Sender.ofNewWorkspace();
        stranger.events("?sessionId=" + event.sessionId())
                .then()
                .statusCode(200)
                .body("items", empty());
        stranger.counts("").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "sessionId=7, sessionId",
        "from=yesterday, from",
        "to=2025-01-01, to",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "subjectId=%00, subjectId",
        "type=%00, type",
        "after=%21, after",
        "after=MjAyNQ, after"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String parameter) {
        sender.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/telemetry/events?" + query)
                .then()
                .statusCode(422)
                .body("errors.field", contains(parameter));
    }

    private void shows(String query, TelemetryEvent... events) {
        assertThat(sender.events(query).jsonPath().getList("items.eventId", String.class))
                .isEqualTo(List.of(events).stream()
                        .map(event -> event.eventId().toString())
                        .toList());
    }

    private void stored(int events) {
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(events));
    }
}
