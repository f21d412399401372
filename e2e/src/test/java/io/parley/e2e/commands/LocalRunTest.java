package io.parley.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.parley.bench.target.MockTarget;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.Platform.Outcome;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley run --local}: no platform is up. */
class LocalRunTest {

    /** Says what it is told to do in messages; a shell is all it needs. Its lines have the form that this one looks for. */
    private static final String BOT = """
            echo "$PPID $$ $GREETING" >> started
            while read -r line; do
              case $line in
                *die*) echo "out of luck" >&2; exit 3 ;;
                *babble*) echo "no JSON at all" ;;
                *wait*) sleep 60 ;;
                *) echo "{\\"answer\\": \\"$GREETING\\", \\"usage\\": {\\"in\\": 3}}" ;;
              esac
            done
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeBot() throws IOException {
        Files.writeString(folder.resolve("bot.sh"), BOT);
    }

    @Test
    void a_program_is_asked_and_judged_in_a_process_for_each_conversation() throws Exception {
        Path json = folder.resolve("results.json");
        Path junit = folder.resolve("results.xml");
        Path suite = program("0.5", """
                  - {name: right, repeat: 2, turns: [{user: hello, expect: [contains: good]}, {user: again}]}
                  - {name: wrong, tags: [slow], turns: [{user: hello, expect: [equals: bye, javascript: output.length > 3]}]}
                """);

        Outcome outcome = run(suite.toString(), "--json", json.toString(), "--junit", junit.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("2 passed", "1 failed", "wrong", "good day", "Gate passed");
        assertThat(json).content().contains("\"tokens\":15", "\"targetName\":\"bot\"");
        assertThat(junit).content().contains("<testsuite ", "name=\"wrong\"", "<failure ");
        assertThat(Files.readAllLines(folder.resolve("started")))
                .hasSize(3)
                .allMatch(line -> line.endsWith(" good day"));
        assertNoneIsLeft();
    }

    @Test
    void what_a_program_does_wrong_is_an_error_that_says_so() throws Exception {
        Path suite = program("1", """
                  - {name: ends, turns: [{user: die}]}
                  - {name: nonsense, turns: [{user: babble}]}
                  - {name: silent, timeout: 100ms, turns: [{user: hello}, {user: wait}]}
                """);
        Path absent = suite("absent", "{kind: subprocess, command: [no-such-program-here]}", "say: 1");

        Outcome outcome = run(suite.toString(), absent.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output().replaceAll("\\s+", " "))
                .contains("3 errors", "ended, with status 3", "out of luck", "is no JSON", "no JSON at all")
                .contains("wrote no line within 0.1 s", "no-such-program-here was not started");
        assertNoneIsLeft();
    }

    @Test
    void a_target_on_a_socket_is_asked_and_cases_are_chosen() throws Exception {
        try (MockTarget target = MockTarget.start(Duration.ZERO)) {
            Path suite = suite("http", """
                    {kind: http, url: "%s", body: '{"message": "{{message}}"}', limits: {max-concurrency: 2}}""".formatted(target.url()), "word: [a, b, c]");

            Outcome some = run(suite.toString(), "--filter", "CASE*", "--repeat", "2");
            Outcome none = run(suite.toString(), "--tags", "absent");

            assertThat(some.exitCode()).as(some.output()).isZero();
            assertThat(some.output()).contains("6/6", "6 passed");
            assertThat(none.exitCode()).as(none.output()).isEqualTo(2);
            assertThat(none.output()).contains("--filter and --tags choose no case.");
        }
    }

    @Test
    void judges_are_models_of_the_suite_with_keys_from_the_environment() throws Exception {
        try (StubTarget model = StubTarget.start()) {
            URI address = model.on("/v1/chat/completions", LocalRunTest::judge);
            Path suite = Files.writeString(folder.resolve("judged.parley.yaml"), """
                    parley: 1
                    name: Judged
                    target: {kind: echo}
                    models: {judge: {base-url: "%s", model: m, key: $TEST_KEY}}
                    cases:
                      - {name: right, turns: [{user: hello, expect: [rubric: {text: is polite, model: judge}]}]}
                      - {name: nobody, turns: [{user: hello, expect: [rubric: {text: is polite, model: other}]}]}
                    """.formatted(address.resolve("/v1")));

            Outcome outcome =
                    Platform.outcome(Platform.begin(Map.of("TEST_KEY", "secret"), "run", "--local", suite.toString()));

            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
            assertThat(outcome.output().replaceAll("\\s+", " "))
                    .contains("1 passed", "1 errors", "describe it among the suite's models");
        }
    }

    private static void judge(HttpExchange request) throws IOException {
        boolean known = "Bearer secret".equals(request.getRequestHeaders().getFirst("Authorization"));
        String verdict = known ? "pass" : "fail";
        StubTarget.answer(request, "application/json", """
                {"choices": [{"message": {"content": "{\\"verdict\\": \\"%s\\", \\"confidence\\": 1, \\"reasons\\": [\\"so\\"]}"}}]}""".formatted(verdict));
    }

    @Test
    void secrets_of_a_target_are_in_the_environment_and_in_nothing_that_is_written() throws Exception {
        try (StubTarget bot = StubTarget.start()) {
            URI address = bot.on("/chat", LocalRunTest::showKey);
            Path json = folder.resolve("results.json");
            Path suite = suite("keyed", """
                    {kind: http, url: "%s", body: '{"message": "{{message}}"}', answer: /answer,
                     headers: {X-Key: "{{secrets.KEY}}"}, secrets: {KEY: $TEST_KEY}}""".formatted(address), "word: [a]");
            String[] command = {"run", "--local", suite.toString(), "--json", json.toString()};

            Outcome without = Platform.outcome(Platform.begin(Map.of(), command));
            Outcome outcome = Platform.outcome(Platform.begin(Map.of("TEST_KEY", "open sesame"), command));

            assertThat(without.exitCode()).as(without.output()).isEqualTo(2);
            assertThat(without.output().replaceAll("\\s+", " ")).contains("The environment variable TEST_KEY");
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(json).content().contains("the key is ***").doesNotContain("open sesame");
        }
    }

    private static void showKey(HttpExchange request) throws IOException {
        String key = request.getRequestHeaders().getFirst("X-Key");
        StubTarget.answer(request, "application/json", "{\"answer\": \"the key is %s\"}".formatted(key));
    }

    @Test
    void only_the_models_of_the_cases_that_are_chosen_are_needed() throws Exception {
        Path suite = Files.writeString(folder.resolve("played.parley.yaml"), """
                parley: 1
                name: Played
                target: {kind: echo}
                cases:
                  - {name: plain, turns: [{user: hello, expect: [contains: hello]}]}
                  - {name: played, simulate: {persona: p, goal: g, model: registered}}
                """);

        Outcome plain = run(suite.toString(), "--filter", "plain");
        Outcome all = run(suite.toString());

        assertThat(plain.exitCode()).as(plain.output()).isZero();
        assertThat(all.exitCode()).as(all.output()).isEqualTo(2);
        assertThat(all.output()).contains("'registered'");
    }

    @Test
    void what_needs_a_platform_is_refused_by_name_before_anything_is_asked() throws Exception {
        Path named = suite("named", "My assistant", "word: [a]");
        Path mistaken = Files.writeString(folder.resolve("mistaken.parley.yaml"), "parley: 1");

        Outcome refused = run(named.toString());
        Outcome invalid = run(mistaken.toString());

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("'My assistant' would be one that is registered with a platform");
        assertThat(invalid.exitCode()).as(invalid.output()).isEqualTo(2);
        assertThat(invalid.output()).contains("line 1: required property 'cases' not found");
    }

    @Test
    void files_of_another_tool_are_carried_out_too() throws Exception {
        Path config = Files.writeString(folder.resolve("promptfooconfig.yaml"), """
                prompts: ["say {{word}}"]
                providers: [echo]
                tests:
                  - {vars: {word: hello}, assert: [{type: contains, value: hello}]}
                """);

        Outcome outcome = run(config.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("1 passed");
    }

    @Test
    void a_command_that_is_stopped_ends_the_programs_with_it() throws Exception {
        Path suite = program("1", "  - {name: slow, timeout: 60s, turns: [{user: wait}]}\n");
        Process command = Platform.begin(Map.of(), "run", suite.toString(), "--local");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("started")));

        // A TERM, as CI servers send it. Ctrl-C takes the same way, but a build in the background ignores it.
        command.toHandle().destroy();

        Outcome outcome = Platform.outcome(command);
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(3);
        assertThat(outcome.output()).contains("is cancelled.").doesNotContain("defect");
        assertNoneIsLeft();
    }

    /** Of the programs, and of the processes that had started them. */
    private void assertNoneIsLeft() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readAllLines(folder.resolve("started")).stream()
                        .flatMap(line -> List.of(line.split(" ")).subList(0, 2).stream())
                        .map(Long::valueOf)
                        .noneMatch(pid -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isPresent()));
    }

    private Path program(String passRate, String cases) throws IOException {
        String head = """
            parley: 1
            name: A program
            target:
              kind: subprocess
              name: bot
              command: [sh, bot.sh]
              directory: '%s'
              environment: {GREETING: good day}
              reports: {input-tokens: /usage/in}
            gate: {pass-rate: %s}
            cases:
            """.formatted(folder, passRate);
        return Files.writeString(folder.resolve("program.parley.yaml"), head + cases);
    }

    private Path suite(String name, String target, String vars) throws IOException {
        return Files.writeString(folder.resolve(name + ".parley.yaml"), """
                parley: 1
                name: Suite %s
                target: %s
                cases:
                  - {name: case, vars: {%s}, turns: [{user: "{{word}}", expect: [length: {min: 0}]}]}
                """.formatted(name, target, vars));
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "--local"));
        command.addAll(List.of(arguments));
        return Platform.outcome(Platform.begin(Map.of(), command.toArray(String[]::new)));
    }
}
