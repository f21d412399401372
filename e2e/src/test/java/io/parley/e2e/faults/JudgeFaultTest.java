package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Counts;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.DeadLetters;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service that judges goes away while models are thinking. */
@ExtendWith(SharedPlatform.class)
class JudgeFaultTest {

    private static final int CASES = 12;
    private static final Duration SOON = Duration.ofSeconds(100);

    private static final String PASS = Answer.write(Map.of(
            "choices",
            List.of(Map.of(
                    "message",
                    Map.of(
                            "role",
                            "assistant",
                            "content",
                            "{\"verdict\": \"pass\", \"confidence\": 0.9, \"reasons\": [\"it is polite\"]}"))),
            "usage",
            Map.of("prompt_tokens", 10, "completion_tokens", 5)));

    private final Platform platform;

    JudgeFaultTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_case_is_judged_although_the_service_is_killed_while_judges_think() throws Exception {
        platform.awaitWell();
        Map<String, Integer> deadBefore = DeadLetters.of(platform).waiting();
        CountDownLatch killed = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (MockTarget mock = MockTarget.start(Duration.ZERO);
                StubTarget model = StubTarget.start()) {
            URI chat = model.on("/v1/chat/completions", exchange -> {
                StubTarget.body(exchange);
                asked.incrementAndGet();
                awaitUnharmed(killed);
                StubTarget.answer(exchange, "application/json", PASS);
            });
            Workspace workspace = Workspace.on(platform);
            Run run = workspace.run(
                    workspace.suite(suite(chat.toString().replace("/chat/completions", ""))),
                    workspace.target(mock.url(), CASES));
            await().atMost(SOON).until(() -> asked.get() > 1);

            platform.kill("validation-service");
            killed.countDown();

            assertThat(run.awaitEnd(SOON).counts()).isEqualTo(new Counts(CASES, CASES, 0, 0, 0, 0));
            assertThat(mock.received().total()).as("questions to the target").isEqualTo(CASES);
            assertThat(DeadLetters.of(platform).waiting()).as("dead letters").isEqualTo(deadBefore);
        }
    }

    private static void awaitUnharmed(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            throw new IOException(closing);
        }
    }

    private static String suite(String model) {
        return """
                parley: 1
                name: Judged through a fault
                models: {judge: {base-url: "%s", model: stub-1}}
                cases:
                  - name: polite
                    vars: {n: [%s]}
                    turns: [{user: "hi {{n}}", expect: [{rubric: {text: is polite, model: judge}}]}]
                """.formatted(model, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12");
    }
}
