package io.parley.telemetry.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Failure;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecutionTimingsTest {

    private static final ExecutionId EXECUTION = new ExecutionId(Ids.next());
    private static final RunId RUN = new RunId(Ids.next());
    private static final TargetId TARGET = new TargetId(Ids.next());
    private static final WorkspaceId WORKSPACE = new WorkspaceId(Ids.next());

    @Test
    void an_execution_becomes_an_event_of_its_target_at_its_end() {
        StoredEvent event = ExecutionTimings.of(completed(1, null));

        assertThat(event.workspaceId()).isEqualTo(WORKSPACE);
        assertThat(event.day()).isEqualTo(LocalDate.parse("2026-05-11"));
        assertThat(event.event().type()).isEqualTo("execution.completed");
        assertThat(event.event().sessionId()).isEqualTo(EXECUTION.value());
        assertThat(event.event().subjectId()).isEqualTo("target:" + TARGET);
        assertThat(event.event().occurredAt()).isEqualTo(Instant.parse("2026-05-11T00:00:01Z"));
        assertThat(event.event().payload())
                .isEqualTo("{\"runId\":\"" + RUN + "\",\"attempt\":1,\"durationMs\":2000,\"turns\":[120,80]}");
    }

    @Test
    void a_conversation_that_broke_off_says_why() {
        assertThat(ExecutionTimings.of(completed(1, new Failure("turn-timeout", "nothing came in 10 s")))
                        .event()
                        .payload())
                .contains("\"failure\":\"turn-timeout\"");
    }

    @Test
    void another_delivery_of_an_attempt_is_the_same_event_and_another_attempt_is_not() {
        assertThat(ExecutionTimings.of(completed(1, null)).identity())
                .isEqualTo(ExecutionTimings.of(completed(1, null)).identity())
                .isNotEqualTo(ExecutionTimings.of(completed(2, null)).identity());
        assertThat(ExecutionTimings.of(completed(2, null)).identity())
                .isEqualTo(ExecutionTimings.of(completed(2, null)).identity())
                .isNotEqualTo(ExecutionTimings.of(completed(3, null)).identity());
    }

    private static ExecutionCompleted completed(int attempt, @Nullable Failure failure) {
        return new ExecutionCompleted(
                EXECUTION,
                attempt,
                RUN,
                WORKSPACE,
                TARGET,
                "case",
                new Transcript(
                        Instant.parse("2026-05-10T23:59:59Z"),
                        Duration.ofSeconds(2),
                        List.of(exchange(120), exchange(80)),
                        failure),
                new Checks(List.of(), List.of(), null));
    }

    private static Exchange exchange(int millis) {
        return new Exchange("hello", "hi", 200, Duration.ofMillis(millis), 1);
    }
}
