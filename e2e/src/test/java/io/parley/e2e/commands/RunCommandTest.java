package io.parley.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.Platform.Outcome;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a CI job does: {@code parley run} with an API key. */
@ExtendWith(SharedPlatform.class)
class RunCommandTest {

    private static final String HALF_RIGHT = """
            parley: 1
            name: Half right
            target: echo
            gate: {pass-rate: %s}
            cases:
              - {name: right, turns: [{user: hello, expect: [contains: hello]}]}
              - {name: wrong, turns: [{user: hello, expect: [contains: goodbye]}]}
            """;

    private static final String SLOW = """
            parley: 1
            name: Slow
            target: echo
            cases:
              - {name: slow, vars: {number: [1, 2, 3, 4, 5, 6, 7, 8]}, turns: [{user: "{{number}}"}]}
            """;

    private final Workspace workspace;
    private final Map<String, String> environment;

    @TempDir
    Path folder;

    RunCommandTest(Platform platform) {
        this.workspace = Workspace.on(platform);
        String key = workspace
                .api()
                .post("/api/v1/api-keys", Map.of("name", "ci", "scopes", List.of("runs:write")))
                .expect(201)
                .json()
                .path("key")
                .asText();
        this.environment = Map.of("PARLEY_URL", platform.address().toString(), "PARLEY_API_KEY", key);
    }

    @Test
    void a_gate_decides_over_the_exit_code_and_the_results_are_in_the_files() throws Exception {
        try (MockTarget target = MockTarget.start(Duration.ZERO)) {
            workspace.target(target.url(), 4, Map.of("name", "echo"));
            Path generous = suite("generous", HALF_RIGHT.formatted("0.5"));
            suite("strict", HALF_RIGHT.formatted("0.9"));
            Path junit = folder.resolve("results.xml");

            Outcome met = run(generous.toString());
            Outcome missed = run(folder.toString(), "--junit", junit.toString());

            assertThat(met.exitCode()).as(met.output()).isZero();
            assertThat(met.output()).contains("1 passed", "1 failed", "wrong", "Gate passed");
            assertThat(missed.exitCode()).as(missed.output()).isEqualTo(1);
            assertThat(missed.output()).contains("Gate passed", "Gate failed");
            assertThat(junit).content().contains("<testsuite ", "name=\"wrong\"", "<failure ");
        }
    }

    @Test
    void a_mistake_in_one_file_keeps_all_from_being_run() throws Exception {
        suite("first", SLOW);
        suite("second", "parley: 1");

        Outcome outcome = run(folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("second.parley.yaml: ", "line 1: required property 'cases' not found");
        assertThat(workspace.api().get("/api/v1/runs").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void a_suite_that_cannot_be_run_keeps_no_other_from_it_and_decides_over_the_exit_code() throws Exception {
        try (MockTarget target = MockTarget.start(Duration.ZERO)) {
            workspace.target(target.url(), 4, Map.of("name", "echo"));
            suite("first", SLOW.replace("echo", "nobody"));
            suite("second", HALF_RIGHT.formatted("0.5"));
            Path json = folder.resolve("results.json");

            Outcome outcome = run(folder + "/*.parley.yaml", "--json", json.toString());

            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
            assertThat(outcome.output())
                    .contains("parley: Slow: ", "target-not-found", "2 suites", "Slow: could not be run")
                    .containsPattern("Half right: 1 passed . 1 failed");
            assertThat(json).content().contains("Half right");
        }
    }

    @Test
    void cases_are_chosen_by_their_names_and_tags() throws Exception {
        try (MockTarget target = MockTarget.start(Duration.ZERO)) {
            workspace.target(target.url(), 4, Map.of("name", "echo"));
            suite("half", HALF_RIGHT.formatted("1").replace("{name: right,", "{name: right, tags: [smoke],"));
            suite("other", SLOW);

            Outcome some = run(folder.toString(), "--filter", "RIGHT", "--tags", "fast,smoke");
            Outcome none = run(folder.toString(), "--filter", "right", "--tags", "fast");

            assertThat(some.exitCode()).as(some.output()).isZero();
            assertThat(some.output())
                    .contains("Half right: 1 passed", "Slow: no case chosen")
                    .doesNotContain("1 failed");
            assertThat(none.exitCode()).as(none.output()).isEqualTo(2);
            assertThat(none.output()).contains("--filter and --tags choose no case.");
        }
    }

    @Test
    void a_job_that_is_stopped_cancels_its_run() throws Exception {
        try (MockTarget target = MockTarget.start(Duration.ofSeconds(30))) {
            workspace.target(target.url(), 1, Map.of("name", "echo"));
            Process command =
                    Platform.begin(environment, "run", suite("slow", SLOW).toString());
            await().atMost(Duration.ofSeconds(60)).until(() -> target.received().distinct() == 1);

            // A TERM, as CI servers send it. Ctrl-C takes the same way, but a build in the background ignores it.
            command.toHandle().destroy();

            Outcome outcome = Platform.outcome(command);
            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(3);
            assertThat(outcome.output()).contains("is cancelled.");
            assertThat(onlyRun().status()).isEqualTo("CANCELLED");
        }
    }

    private RunView onlyRun() {
        String id = workspace
                .api()
                .get("/api/v1/runs")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        return workspace.api().get("/api/v1/runs/" + id).expect(200).as(RunView.class);
    }

    private Path suite(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name + ".parley.yaml"), yaml);
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run"));
        command.addAll(List.of(arguments));
        return Platform.outcome(Platform.begin(environment, command.toArray(String[]::new)));
    }
}
