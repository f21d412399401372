package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.LongRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service goes away in the middle of a run; the launcher starts it again. */
@ExtendWith(SharedPlatform.class)
class ServiceFaultTest {

    private static final String WORKER = "execution-worker-1";

    private final Platform platform;

    ServiceFaultTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKER, "validation-service", "run-service", "telemetry-service"})
    void every_case_passes_once_although_a_service_is_killed(String service) throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            platform.kill(service);

            assertThat(run.account().counts().passed()).isEqualTo(LongRun.CASES);
        }
    }

    @Test
    void a_worker_that_is_told_to_stop_finishes_what_it_has_begun_and_hands_back_the_rest() throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            platform.stop(WORKER);

            assertThat(run.account().counts().passed()).isEqualTo(LongRun.CASES);
            assertThat(run.target().received().total())
                    .as("questions to the target")
                    .isEqualTo(LongRun.CASES);
        }
    }
}
