package io.parley.e2e.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.e2e.api.Counts;
import io.parley.e2e.api.Execution;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Account;
import io.parley.e2e.traces.Collector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way is walked once; each test looks at something else of it. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenPathTest {

    private final Platform platform;
    private final Collector traces;
    private final GoldenPath path;

    GoldenPathTest(Platform platform, Collector traces) throws Exception {
        this.platform = platform;
        this.traces = traces;
        this.path = GoldenPath.walk(platform);
    }

    @Test
    void every_case_gets_the_verdict_it_deserves() {
        assertThat(path.executions())
                .hasSize(GoldenPath.CASES)
                .allSatisfy(execution -> assertThat(execution.caseName()).startsWith(execution.verdict() + " "));
    }

    @Test
    void the_counts_equal_the_rows() {
        Account account = Account.ofCompleted(path.run(), platform, GoldenPath.CASES);

        assertThat(account.counts()).isEqualTo(new Counts(GoldenPath.CASES, GoldenPath.CASES - 2, 1, 0, 1, 0));
    }

    @Test
    void a_failed_assertion_says_what_was_expected_and_what_came() {
        Execution failed = execution("FAIL expects what does not come");

        JsonNode result = failed.results().path(0);
        assertThat(result.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(result.path("reason").asText()).contains("goodbye").contains("You said: hello");
    }

    @Test
    void a_conversation_is_one_and_captures_go_into_later_turns() {
        Execution remembers = execution("PASS remembers over three turns");

        assertThat(Stream.of(0, 1, 2).map(remembers::answer))
                .containsExactly("You said: one", "You said: two after 1", "You said: three after one");
    }

    @Test
    void progress_is_told_live_to_the_end() {
        assertThat(path.progress().getLast().counts()).isEqualTo(path.ended().counts());
        assertThat(path.progress().getLast().status()).isEqualTo("COMPLETED");
        assertThat(path.progress()).extracting(told -> told.counts().finished()).isSorted();
    }

    @Test
    void the_target_gets_its_secret_and_nobody_else_sees_it() throws Exception {
        assertThat(path.keys()).containsExactly(path.secret());
        assertThat(execution("PASS keeps the key to itself").answer(0)).isEqualTo("The key is ***");
        assertThat(path.executions())
                .allSatisfy(execution -> assertThat(execution.toString()).doesNotContain(path.secret()));
    }

    @Test
    void logs_tell_no_secrets() throws Exception {
        List<String> secrets = Stream.concat(
                        Stream.of(
                                path.secret(),
                                path.workspace().password(),
                                String.valueOf(path.workspace().api().token())),
                        platform.secrets().entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("owner-email"))
                                .map(entry -> entry.getValue().toString()))
                .toList();

        for (var process : platform.processes()) {
            String log = Files.readString(Path.of(process.log()));
            assertThat(secrets).as("secrets in %s", process.log()).noneMatch(log::contains);
        }
    }

    @Test
    void telemetry_counts_the_executions_of_the_run() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counted()).isEqualTo(GoldenPath.CASES));
    }

    @Test
    void one_trace_leads_through_all_services() {
        await("spans of every service in one trace")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(traces.servicesIn(path.run().trace()))
                        .contains(
                                "gateway",
                                "run-service",
                                "execution-worker",
                                "validation-service",
                                "telemetry-service"));
    }

    private int counted() {
        return path
                .workspace()
                .api()
                .get("/api/v1/telemetry/counts?type=execution.completed")
                .expect(200)
                .json()
                .path("items")
                .findValues("events")
                .stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private Execution execution(String caseName) {
        return path.executions().stream()
                .filter(execution -> execution.caseName().equals(caseName))
                .findFirst()
                .orElseThrow();
    }
}
