package io.parley.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.Answer;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class DoubleClickTest {

    private final Workspace workspace;

    DoubleClickTest(Platform platform) {
        this.workspace = Workspace.on(platform);
    }

    @Test
    void requests_with_one_idempotency_key_start_one_run() {
        try (MockTarget target = MockTarget.start(Duration.ZERO)) {
            Map<String, UUID> request = Map.of(
                    "suiteId", workspace.suite(Suites.OF_ONE_CASE), "targetId", workspace.target(target.url(), 1));
            Map<String, String> key = Map.of("Idempotency-Key", "click-" + UUID.randomUUID());

            List<Answer> answers = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> workspace.api().post("/api/v1/runs", request, key)))
                    .limit(4)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsOnly(200, 201)
                    .containsOnlyOnce(201);
            assertThat(answers)
                    .extracting(answer -> answer.as(RunView.class).id())
                    .containsOnly(answers.getFirst().as(RunView.class).id());
            assertThat(workspace.api().get("/api/v1/runs").expect(200).json().path("items"))
                    .hasSize(1);
        }
    }
}
