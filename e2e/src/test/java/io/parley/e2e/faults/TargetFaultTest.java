package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Account;
import io.parley.e2e.runs.LongRun;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class TargetFaultTest {

    private final Platform platform;

    TargetFaultTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void cases_that_meet_a_dead_target_end_as_errors_with_a_reason_and_the_others_pass() throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            run.target().outage(Duration.ofSeconds(10)).get(30, TimeUnit.SECONDS);
            Account account = run.account();

            assertThat(account.rows())
                    .allMatch(row -> "PASS".equals(row.verdict()) || row.isError("target-unreachable"));
            assertThat(account.counts().passed() + account.counts().errored()).isEqualTo(LongRun.CASES);
            assertThat(account.counts().passed()).as("passed, before and after").isGreaterThan(LongRun.CASES / 5);
        }
    }
}
