package io.parley.e2e.runs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A run of {@value #CASES} cases against a target that counts what it is asked. Undisturbed it takes some five seconds:
 * the target answers after 40 ms and takes {@value #CONCURRENCY} conversations at once.
 */
public final class LongRun implements AutoCloseable {

    public static final int CASES = 2_000;
    public static final int CONCURRENCY = 16;

    private static final Duration DELAY = Duration.ofMillis(40);

    /** When the fault comes: many cases have ended, and most have not. */
    private static final int FAULT_AT = CASES / 5;

    /** From the fault on. Less than what an execution is given before it counts as lost: none may have to be sent again. */
    private static final Duration TO_END = Duration.ofSeconds(100);

    private final Platform platform;
    private final MockTarget target;
    private final Run run;
    private final Map<String, Integer> deadBefore;

    private LongRun(Platform platform, MockTarget target, Run run, Map<String, Integer> deadBefore) {
        this.platform = platform;
        this.target = target;
        this.run = run;
        this.deadBefore = deadBefore;
    }

    /** Starts the run in a workspace of its own, and returns when a fifth of its cases have ended. */
    public static LongRun underWay(Platform platform) throws IOException {
        platform.awaitWell();
        Map<String, Integer> deadBefore = DeadLetters.of(platform).waiting();
        Workspace workspace = Workspace.on(platform);
        MockTarget target = MockTarget.start(DELAY);
        Run run = workspace.run(workspace.suite(suite()), workspace.target(target.url(), CONCURRENCY));
        run.awaitFinished(FAULT_AT);
        return new LongRun(platform, target, run, deadBefore);
    }

    public Run run() {
        return run;
    }

    public MockTarget target() {
        return target;
    }

    /** Waits for the end of a run that nobody cancels; gives the account of it. No message may have become a dead letter. */
    public Account account() throws IOException {
        RunView ended = run.awaitEnd(TO_END);
        assertThat(ended.status()).as("how the run ended").isEqualTo("COMPLETED");
        assertThat(DeadLetters.of(platform).waiting()).as("dead letters").isEqualTo(deadBefore);
        return Account.ofCompleted(run, platform, CASES);
    }

    @Override
    public void close() {
        target.close();
    }

    private static String suite() {
        return """
                parley: 1
                name: Two thousand cases
                cases:
                  - name: one of many
                    vars:
                      left: [%s]
                      right: [%s]
                    turns:
                      - user: case {{left}}.{{right}}
                        expect:
                          - contains: case {{left}}.{{right}}
                          - starts-with: You said
                """.formatted(numbers(40), numbers(50));
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(joining(", "));
    }
}
