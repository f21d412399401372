package io.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Counts;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Account;
import io.parley.e2e.runs.LongRun;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class CancelTest {

    private static final Duration TO_END = Duration.ofSeconds(5);

    /** How long nothing has to reach the target. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Platform platform;

    CancelTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_cancelled_run_ends_at_once_and_soon_nothing_of_it_reaches_the_target_any_more() throws Exception {
        try (LongRun run = LongRun.underWay(platform)) {
            RunView answer = run.run().cancel();
            RunView ended = run.run().awaitEnd(TO_END);
            AtomicInteger heard = new AtomicInteger();
            await("nothing reaches the target").during(QUIET).atMost(TO_END).until(() -> {
                int now = run.target().received().total();
                return heard.getAndSet(now) == now;
            });

            assertThat(answer.status()).isEqualTo("CANCELLED");
            assertThat(ended.status()).isEqualTo("CANCELLED");
            Counts counts = Account.of(run.run(), LongRun.CASES).counts();
            assertThat(counts).as("counts after the end").isEqualTo(ended.counts());
            assertThat(counts.passed()).isPositive();
            assertThat(counts.cancelled()).as("cancelled").isGreaterThan(LongRun.CASES / 2);
        }
    }
}
