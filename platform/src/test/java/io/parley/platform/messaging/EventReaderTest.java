package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.json.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final ObjectMapper JSON = WireFormat.mapper();
    private static final Queue<ExecutionAssessed> TOGETHER = Queues.TELEMETRY_ASSESSMENTS;
    private static final Queue<RunCancelled> ALONE = Queues.WORK_CANCELLATIONS;

    private final EventReader<ExecutionAssessed> together =
            new EventReader<>(TOGETHER, JSON.readerFor(TOGETHER.event()));
    private final EventReader<RunCancelled> alone = new EventReader<>(ALONE, JSON.readerFor(ALONE.event()));

    @Test
    void reads_one_event_and_an_array_of_them() throws Exception {
        ExecutionAssessed first = assessed();
        ExecutionAssessed second = assessed();

        assertThat(together.read(JSON.writeValueAsBytes(first))).containsExactly(first);
        assertThat(together.read(JSON.writeValueAsBytes(List.of(first, second))))
                .containsExactly(first, second);
    }

    @Test
    void refuses_several_of_a_kind_that_travels_alone() throws Exception {
        byte[] two = JSON.writeValueAsBytes(List.of(cancelled(), cancelled()));

        assertThatThrownBy(() -> alone.read(two)).isInstanceOf(Poison.class).hasMessageContaining("not 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[null]", "{", "[{}", "{\"runId\": 12}", "{} {", "12"})
    void refuses_what_is_no_event(String body) {
        assertThatThrownBy(() -> together.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Poison.class);
    }

    private static ExecutionAssessed assessed() {
        return new ExecutionAssessed(
                new ExecutionId(Ids.next()),
                1,
                new RunId(Ids.next()),
                new WorkspaceId(Ids.next()),
                new Evidence("someone", List.of("weather")),
                Verdict.PASS,
                Instant.EPOCH);
    }

    private static RunCancelled cancelled() {
        return new RunCancelled(new RunId(Ids.next()), new WorkspaceId(Ids.next()), Instant.EPOCH);
    }
}
