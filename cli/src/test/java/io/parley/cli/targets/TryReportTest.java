package io.parley.cli.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.StubPlatform;
import io.parley.cli.api.TriedExecution;
import io.parley.cli.terminal.Style;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TryReportTest {

    private static final UUID RUN = UUID.fromString("019a9d3b-7c00-7000-8000-000000000001");
    private static final String ROW = "019a9d3b-7c00-7000-8000-000000000002";

    @Test
    void request_answer_timings_and_what_the_target_reported_are_shown() throws IOException {
        TriedExecution tried = tried("""
                {"transcript": {"startedAt": "2026-01-02T03:04:05Z", "duration": "PT1S", "exchanges": [
                 {"user": "hi", "answer": "hello\\nyou", "status": 200, "latency": "PT0.25S", "tries": 2, "firstByte": "PT0.1S",
                  "request": "POST http://bot/\\nAuthorization: ***",
                  "reported": {"usage": {"inputTokens": 3, "outputTokens": 2}, "cost": 0.01, "finishReason": "stop",
                   "toolCalls": [{"name": "look", "arguments": {"id": 1}}]}}]}}""");

        assertThat(tried.answered()).isTrue();
        assertThat(new TryReport(Style.PLAIN).lines(tried))
                .containsExactly(
                        "Request",
                        "  POST http://bot/",
                        "  Authorization: ***",
                        "Answer",
                        "  hello",
                        "  you",
                        "status 200 | first byte 100.0 ms | all 250.0 ms | 2 tries",
                        "3 tokens in, 2 out | cost 0.01 | finished by stop | called look{id=1}");
    }

    @Test
    void without_an_answer_the_reason_is_shown() throws IOException {
        TriedExecution failed = tried("""
                {"transcript": {"exchanges": [], "failure": {"code": "target-unreachable", "reason": "turn 1: no connection"}}}""");

        assertThat(failed.answered()).isFalse();
        assertThat(new TryReport(Style.PLAIN).lines(failed))
                .containsExactly("x target-unreachable: turn 1: no connection");
        assertThat(new TryReport(Style.PLAIN).lines(tried("{}"))).containsExactly("x No worker held the conversation.");
    }

    private static TriedExecution tried(String execution) throws IOException {
        try (StubPlatform platform = StubPlatform.start();
                ParleyApi api = platform.login()) {
            platform.answer(200, "{\"items\": [{\"id\": \"" + ROW + "\"}]}").answer(200, execution);
            TriedExecution tried = api.tried(RUN);
            assertThat(platform.requests().getLast()).startsWith("GET /api/v1/runs/" + RUN + "/executions/" + ROW);
            return tried;
        }
    }
}
