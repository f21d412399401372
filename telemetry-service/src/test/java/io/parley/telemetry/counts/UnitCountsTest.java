package io.parley.telemetry.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.parley.contracts.TelemetryEvent;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Lines.class)
class UnitCountsTest {

    private final Sender sender = Sender.ofNewWorkspace();
    private final Instant hour = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);

    @Inject
    Rows rows;

    @Test
    void counts_are_by_hour_or_minute_and_type() {
        deliver(threeHours());

        sender.countsBy("hours", "")
                .then()
                .statusCode(200)
                .body("items.start", contains(at(0), at(0), at(60), at(120)))
                .body("items.type", contains("login", "logout", "login", "login"))
                .body("items.events", contains(3, 1, 1, 1));
        sender.countsBy("minutes", "?type=login")
                .then()
                .statusCode(200)
                .body("items.start", contains(at(0), at(59), at(60), at(120)))
                .body("items.events", contains(2, 1, 1, 1));
    }

    @Test
    void a_query_names_its_first_moment_included_and_its_last_excluded() {
        deliver(threeHours());

        sender.countsBy("hours", "?from=" + at(60)).then().body("items.start", contains(at(60), at(120)));
        sender.countsBy("hours", "?to=" + at(60)).then().body("items.start", contains(at(0), at(0)));
        sender.countsBy("minutes", "?from=" + at(59) + "&to=" + at(120))
                .then()
                .body("items.start", contains(at(59), at(60)));
    }

    @Test
    void pages_neither_repeat_nor_leave_out() {
        deliver(threeHours());

        JsonPath first = sender.countsBy("minutes", "?limit=3").jsonPath();
        JsonPath second = sender.countsBy("minutes", "?limit=3&after=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.start", String.class)).containsExactly(at(0), at(0), at(59));
        assertThat(second.getList("items.start", String.class)).containsExactly(at(60), at(120));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void counts_equal_a_recount_after_duplicates_and_late_events() {
        List<TelemetryEvent> events = IntStream.range(0, 600)
                .mapToObj(i -> Sample.event("type-" + i % 3, hour.plusSeconds(37L * i)))
                .toList();
        List<TelemetryEvent> late = IntStream.range(0, 50)
                .mapToObj(i -> Sample.event(
                        "type-0", hour.minus(Duration.ofDays(i % 5)).plusSeconds(i)))
                .toList();

        sender.deliver(events);
        sender.deliver(events.reversed());
        sender.deliver(events.stream().limit(100).map(Sample::altered).toList());
        sender.deliver(late);
        sender.deliver(late.subList(10, 30));
        deliver(List.of(Sample.event("last", hour)));

        assertThat(rows.events(sender.workspace())).isEqualTo(651);
        assertThat(rows.counted(sender.workspace())).isEqualTo(651);
        assertThat(rows.wrongCounts(sender.workspace())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "hours, from=2025-01-01, from",
        "minutes, to=now, to",
        "hours, limit=0, limit",
        "minutes, after=x, after",
        "hours, type=%00, type"
    })
    void a_parameter_that_makes_no_sense_is_named(String unit, String query, String parameter) {
        sender.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/telemetry/counts/" + unit + "?" + query)
                .then()
                .statusCode(422)
                .body("errors.field", contains(parameter));
    }

    private List<TelemetryEvent> threeHours() {
        List<TelemetryEvent> events = new ArrayList<>();
        events.add(Sample.event("login", hour));
        events.add(Sample.event("login", hour.plusSeconds(59)));
        events.add(Sample.event("login", hour.plusSeconds(3599)));
        events.add(Sample.event("logout", hour.plusSeconds(1)));
        events.add(Sample.event("login", hour.plusSeconds(3600)));
        events.add(Sample.event("login", hour.plusSeconds(7200)));
        return events;
    }

    /** Delivers events, and waits until the last of them, and with it all of them, are counted. */
    private void deliver(List<TelemetryEvent> events) {
        long before = rows.events(sender.workspace());
        sender.deliver(events);
        TelemetryEvent last = events.getLast();
        await().untilAsserted(() -> {
            assertThat(sender.events("?sessionId=" + last.sessionId())
                            .jsonPath()
                            .getList("items"))
                    .hasSize(1);
            assertThat(rows.events(sender.workspace())).isGreaterThan(before);
        });
    }

    private String at(int minutes) {
        return hour.plus(Duration.ofMinutes(minutes)).toString();
    }
}
