package io.parley.telemetry.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.ids.Ids;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class MaskedIntakeTest {

    private static final String PATH = "/api/v1/privacy-settings";

    private final Sender sender = Sender.ofNewWorkspace();
    private final Sender admin = Sender.adminOf(sender);

    @Inject
    Rows rows;

    @Test
    void what_is_not_to_be_kept_never_gets_into_a_table() {
        admin.request()
                .body(Map.of(
                        "dropped", List.of("/email"), "masked", List.of(), "freeText", false, "kept", List.of("/item")))
                .put(PATH)
                .then()
                .statusCode(200);
        TelemetryEvent event = Sample.ofSession(
                Ids.next(), "answer", Instant.now(), Map.of("email", "a@b.c", "text", "my secret", "item", "sum-1"));

        sender.send(event).then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows.events(sender.workspace())).isOne());

        sender.events("?sessionId=" + event.sessionId())
                .then()
                .body("items[0].payload", not(hasKey("email")))
                .body("items[0].payload.text", equalTo("***"))
                .body("items[0].payload.item", equalTo("sum-1"));
        assertThat(rows.mentions("my secret")).isZero();
    }

    @Test
    void settings_are_an_administrators_to_change_and_everything_is_kept_without_them() {
        sender.request()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("freeText", equalTo(true))
                .body("plainSubjects", equalTo(false))
                .body("dropped.size()", equalTo(0));
        sender.request().body(Map.of()).put(PATH).then().statusCode(403);
        admin.request()
                .body(Map.of("dropped", List.of("email"), "freeText", true, "kept", List.of()))
                .put(PATH)
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/dropped/0", "/masked"));
        assertThat(sender.request().get(PATH).jsonPath().getList("dropped")).isEmpty();
    }
}
