package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.LongRun;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services stand on goes away in the middle of a run; the launcher starts it again. */
@ExtendWith(SharedPlatform.class)
class ServerFaultTest {

    private final Platform platform;

    ServerFaultTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbitmq", "postgresql", "redis"})
    void every_case_passes_once_although_a_server_is_killed(String server) throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            platform.kill(server);

            assertThat(run.account().counts().passed()).isEqualTo(LongRun.CASES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbitmq", "postgresql", "redis"})
    void every_case_passes_once_although_a_server_is_stopped(String server) throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            platform.stop(server);

            assertThat(run.account().counts().passed()).isEqualTo(LongRun.CASES);
        }
    }
}
