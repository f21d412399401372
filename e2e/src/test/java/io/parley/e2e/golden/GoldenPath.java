package io.parley.e2e.golden;

import io.parley.e2e.api.Execution;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way of a person: registers, logs in, describes a target with a secret, imports a suite, starts a run and watches
 * it to its end.
 *
 * @param secret of the target
 * @param progress what the WebSocket told, in order
 * @param keys what the target was shown
 * @param executions every execution with what was said
 */
public record GoldenPath(
        Workspace workspace,
        String secret,
        Run run,
        RunView ended,
        List<RunView> progress,
        Set<String> keys,
        List<Execution> executions) {

    /** The cases of the suite, lists of variables multiplied out. */
    public static final int CASES = 25;

    private static final Duration TO_END = Duration.ofSeconds(60);

    /** Names of cases begin with the verdict they are to get. */
    private static final String SUITE = """
            parley: 1
            name: Golden path
            defaults: {timeout: 10s}
            cases:
              - name: PASS says what it heard
                vars: {word: [%s]}
                turns:
                  - user: The word is {{word}}.
                    expect:
                      - equals: "You said: The word is {{word}}."
                      - latency: {at-most: 10s}
              - name: PASS remembers over three turns
                turns:
                  - user: one
                    expect: [{contains: one}]
                    capture: {first: {json-path: $.turn}}
                  - user: two after {{first}}
                    expect: [{contains: two after 1}]
                    capture: {before: {json-path: "$.before[0]"}}
                  - user: three after {{before}}
                    expect: [{regex: '^You said: three after one$'}]
              - name: PASS when told not to say something
                turns: [{user: be quiet, expect: [{not: {contains: loud}}]}]
              - name: FAIL expects what does not come
                turns: [{user: hello, expect: [{contains: goodbye}]}]
              - name: UNSURE expects nothing
                turns: [{user: hello}]
              - name: PASS keeps the key to itself
                turns: [{user: What is the key?, expect: [{contains: The key is}]}]
            """.formatted(words());

    /** Walks the whole way. */
    public static GoldenPath walk(Platform platform) throws Exception {
        try (Assistant assistant = Assistant.start()) {
            Workspace workspace = Workspace.on(platform);
            String secret = "very-secret-" + UUID.randomUUID();
            UUID target = workspace.target(
                    assistant.url(),
                    8,
                    Map.of(
                            "headers", Map.of("X-Key", "{{secrets.key}}"),
                            "body", "{\"message\": \"{{message}}\", \"conversation\": \"{{conversation}}\"}",
                            "secrets", Map.of("key", secret)));
            UUID suite = workspace.suite(SUITE);
            Run run = workspace.run(suite, target);
            try (Progress progress = Progress.of(run)) {
                RunView ended = run.awaitEnd(TO_END);
                progress.awaitEnd(TO_END);
                List<Execution> executions = run.executions().stream()
                        .map(row -> run.execution(row.id()))
                        .toList();
                return new GoldenPath(workspace, secret, run, ended, progress.heard(), assistant.keys(), executions);
            }
        }
    }

    private static String words() {
        return IntStream.rangeClosed(1, CASES - 5)
                .mapToObj(number -> "word" + number)
                .collect(Collectors.joining(", "));
    }
}
