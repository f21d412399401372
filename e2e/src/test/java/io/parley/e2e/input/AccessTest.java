package io.parley.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.Api;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class AccessTest {

    private final Platform platform;

    AccessTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void without_a_token_there_is_nothing_to_see() {
        Api.at(platform.address()).get("/api/v1/runs").problem(401, "unauthorized");
    }

    @Test
    void a_token_that_is_none_or_was_tampered_with_is_refused() {
        Api api = Workspace.on(platform).api();
        String token = String.valueOf(api.token());
        int signature = token.lastIndexOf('.') + 1;
        String forged = token.substring(0, signature) + new StringBuilder(token.substring(signature)).reverse();

        api.with("no.token.atall").get("/api/v1/runs").problem(401, "unauthorized");
        api.with(forged).get("/api/v1/runs").problem(401, "unauthorized");
    }

    @Test
    void a_user_who_logs_out_everywhere_is_out_at_every_service_within_seconds() {
        Api api = Workspace.on(platform).api();
        List<String> ofEveryService =
                List.of("/api/v1/auth/me", "/api/v1/runs", "/api/v1/reviews", "/api/v1/telemetry/counts?type=said");
        assertThat(ofEveryService)
                .allSatisfy(path -> assertThat(api.get(path).status()).isEqualTo(200));

        api.delete("/api/v1/auth/sessions").expect(204);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ofEveryService)
                        .allSatisfy(path -> assertThat(api.get(path).status()).isEqualTo(401)));
    }

    @Test
    void what_belongs_to_another_workspace_is_not_found() {
        try (MockTarget mock = MockTarget.start(Duration.ZERO)) {
            Workspace owner = Workspace.on(platform);
            UUID target = owner.target(mock.url(), 1);
            UUID suite = owner.suite(Suites.OF_ONE_CASE);
            Run run = owner.run(suite, target);
            run.awaitEnd(Duration.ofSeconds(60));
            UUID execution = run.executions().getFirst().id();

            Api stranger = Workspace.on(platform).api();

            stranger.get("/api/v1/targets/" + target).problem(404, "target-not-found");
            stranger.get("/api/v1/suites/" + suite).problem(404, "suite-not-found");
            stranger.get(run.path()).problem(404, "run-not-found");
            stranger.get(run.path() + "/executions").problem(404, "run-not-found");
            stranger.get(run.path() + "/executions/" + execution).expect(404);
            stranger.post(run.path() + "/cancel", "").problem(404, "run-not-found");
            assertThat(stranger.post("/api/v1/runs", Map.of("suiteId", suite, "targetId", target))
                            .status())
                    .isEqualTo(404);
            assertThat(mock.received().total()).as("questions to the target").isEqualTo(1);
        }
    }
}
