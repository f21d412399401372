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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Lines.class)
class CountsTest {

    private final Sender sender = Sender.ofNewWorkspace();
    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @Inject
    Rows rows;

    @BeforeEach
    void twoTypesOnThreeDays() {
        List<TelemetryEvent> events = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i <= day; i++) {
                events.add(Sample.event("login", now.minus(Duration.ofDays(day))));
            }
            events.add(Sample.event("logout", now.minus(Duration.ofDays(day))));
        }
        sender.deliver(events);
        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(9));
    }

    @Test
    void counts_are_by_day_and_type() {
        sender.counts("")
                .then()
                .statusCode(200)
                .body("items.day", contains(ago(2), ago(2), ago(1), ago(1), ago(0), ago(0)))
                .body("items.type", contains("login", "logout", "login", "logout", "login", "logout"))
                .body("items.events", contains(3, 1, 2, 1, 1, 1));
    }

    @Test
    void a_query_names_its_days_both_included_and_its_type() {
        sender.counts("?type=login&from=" + ago(1)).then().body("items.events", contains(2, 1));
        sender.counts("?type=login&to=" + ago(1)).then().body("items.events", contains(3, 2));
        sender.counts("?from=" + ago(1) + "&to=" + ago(1)).then().body("items.events", contains(2, 1));
    }

    @Test
    void pages_neither_repeat_nor_leave_out() {
        JsonPath first = sender.counts("?limit=4").jsonPath();
        JsonPath second =
                sender.counts("?limit=4&after=" + first.getString("next")).jsonPath();

        assertThat(first.getList("items.events", Integer.class)).containsExactly(3, 1, 2, 1);
        assertThat(second.getList("items.events", Integer.class)).containsExactly(1, 1);
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"from=today, from", "to=2025-02-30, to", "limit=-1, limit", "after=x, after", "type=%00, type"})
    void a_parameter_that_makes_no_sense_is_named(String query, String parameter) {
        sender.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/telemetry/counts?" + query)
                .then()
                .statusCode(422)
                .body("errors.field", contains(parameter));
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }
}
