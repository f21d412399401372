package io.parley.e2e.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Api;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.DeadLetters;
import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class DeadLetterTest {

    private static final String EVENT = "telemetry.received.v1";
    private static final String CONSUMER = "telemetry-service";
    private static final String QUEUE = "telemetry.telemetry-received";
    private static final String DEAD = QUEUE + ".dead";
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Platform platform;
    private final Workspace workspace;
    private final DeadLetters letters;
    private Broker broker;

    DeadLetterTest(Platform platform) throws Exception {
        platform.awaitWell();
        this.platform = platform;
        this.workspace = Workspace.on(platform);
        this.letters = DeadLetters.of(platform);
    }

    @BeforeEach
    void connect() throws Exception {
        broker = Broker.of(platform);
    }

    @AfterEach
    void leaveNoneBehind() throws Exception {
        broker.purge(DEAD);
        broker.close();
    }

    @Test
    void a_message_that_cannot_be_parsed_is_kept_and_counted_and_the_rest_flows_on() throws Exception {
        double before = rejected();

        broker.publish(EVENT, "{\"workspaceId\": \"gibberish of a test");
        workspace.api().post("/api/v1/telemetry/events", event()).expect(202);

        await().atMost(SOON).until(this::stored, events -> events == 1);
        await().atMost(SOON).until(() -> letters.waiting(QUEUE) == 1);
        assertThat(rejected()).isEqualTo(before + 1);
        assertThat(platform.run("dead", "list").output()).contains(QUEUE, "1 dead", "gibberish of a test");
    }

    @Test
    void what_is_replayed_and_still_cannot_be_parsed_is_kept_again() throws Exception {
        broker.publish(EVENT, "not even an object");
        await().atMost(SOON).until(() -> letters.waiting(QUEUE) == 1);
        double before = rejected();

        assertThat(platform.run("dead", "replay", QUEUE).output()).contains("Sent 1 message to " + QUEUE);

        await().atMost(SOON).until(() -> rejected() == before + 1);
        await().atMost(SOON).until(() -> letters.waiting(QUEUE) == 1);
    }

    @Test
    void what_is_replayed_and_can_be_handled_now_is_handled() throws Exception {
        Map<String, Object> message = Map.of(
                "workspaceId", workspace.id(),
                "receivedAt", Instant.now().toString(),
                "events", List.of(event()));
        broker.put(DEAD, Answer.write(message));

        assertThat(platform.run("dead", "replay", QUEUE).exitCode()).isZero();

        await().atMost(SOON).until(this::stored, events -> events == 1);
        assertThat(letters.waiting(QUEUE)).isZero();
        assertThat(platform.run("dead", "list").output()).doesNotContain(QUEUE);
    }

    private static Map<String, Object> event() {
        return Map.of(
                "eventId", UUID.randomUUID().toString(),
                "sessionId", UUID.randomUUID().toString(),
                "subjectId", "somebody",
                "type", "message.sent",
                "occurredAt", Instant.now().toString(),
                "payload", Map.of());
    }

    private int stored() {
        return workspace
                .api()
                .get("/api/v1/telemetry/events")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    /** What the consumer's metric says. */
    private double rejected() {
        String metrics =
                Api.at(platform.address(CONSUMER)).get("/q/metrics").expect(200).body();
        Matcher line = Pattern.compile(
                        "(?m)^parley_dead_letters_total\\{[^}]*queue=\"" + QUEUE + "\"[^}]*} ([0-9.E+]+)$")
                .matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
