package io.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.StubPlatform;
import io.parley.cli.terminal.Steps;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRunTest {

    private static final URI ASSISTANT = URI.create("http://127.0.0.1:1/chat");
    private static final List<String> BOTH = List.of("the library on a Sunday", "books for more people than at first");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private StubPlatform platform;
    private ParleyApi api;

    @BeforeEach
    void start() throws IOException {
        platform = StubPlatform.start();
        api = platform.login();
    }

    @AfterEach
    void stop() {
        api.close();
        platform.close();
    }

    @Test
    void works_when_exactly_the_deliberate_faults_are_found() {
        assertThat(demo(28, 0, BOTH)).isTrue();
        assertThat(text()).contains("30/30  28 passed | 2 failed", "x the library on a Sunday", "the demo worked.");
        assertThat(platform.requests())
                .extracting(request -> request.replaceAll("[0-9a-f-]{36}", "ID").replace(" Bearer token", ""))
                .containsExactly(
                        "POST /api/v1/auth/login null",
                        "POST /api/v1/targets",
                        "POST /api/v1/suites",
                        "POST /api/v1/runs",
                        "GET /api/v1/runs/ID",
                        "GET /api/v1/runs/ID/executions?verdict=FAIL&limit=30",
                        "GET /api/v1/runs/ID/executions/ID",
                        "GET /api/v1/runs/ID/executions/ID");
    }

    @Test
    void does_not_work_when_a_fault_is_overlooked() {
        assertThat(demo(29, 0, BOTH.subList(0, 1))).isFalse();
        assertThat(text()).contains("This is not what the demo should find");
    }

    @Test
    void does_not_work_when_a_case_errs() {
        assertThat(demo(27, 1, BOTH)).isFalse();
    }

    private boolean demo(int passed, int errored, List<String> failed) {
        String run = run(passed, errored, failed.size());
        platform.answer(201, id())
                .answer(201, "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"s\",\"revision\":1,\"cases\":30}")
                .answer(201, run)
                .answer(200, run)
                .answer(200, failed.stream().map(name -> id()).collect(Collectors.joining(",", "{\"items\":[", "]}")));
        failed.forEach(name -> platform.answer(200, execution(name)));
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(out, Style.PLAIN, false);
        return new DemoRun(api, terminal, new Steps(terminal, InstantSource.fixed(Instant.EPOCH))).of(ASSISTANT);
    }

    private static String id() {
        return "{\"id\":\"" + UUID.randomUUID() + "\"}";
    }

    private static String run(int passed, int errored, int failed) {
        return """
                {"id":"%s","suiteName":"City assistant","targetName":"Demo assistant","status":"COMPLETED",
                 "createdAt":"2026-01-01T12:00:00Z","completedAt":"2026-01-01T12:00:03Z",
                 "counts":{"total":30,"passed":%d,"failed":%d,"errored":%d,"unsure":0,"cancelled":0}}""".formatted(UUID.randomUUID(), passed, failed, errored);
    }

    private static String execution(String name) {
        return """
                {"id":"%s","case":"%s","vars":{},"verdict":"FAIL","transcript":{"exchanges":[]},"results":[]}""".formatted(UUID.randomUUID(), name);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
