package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.api.RunView.Pause;
import io.parley.cli.api.StubPlatform;
import io.parley.contracts.Counts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetPatienceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private StubPlatform platform;
    private ParleyApi api;
    private TargetPatience patience;

    @BeforeEach
    void start() throws IOException {
        platform = StubPlatform.start();
        api = platform.login();
        patience = new TargetPatience(api, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        api.close();
        platform.close();
    }

    @Test
    void a_run_whose_target_is_missed_for_long_is_cancelled() {
        platform.answer(409, "");
        RunView run = waiting("bot", Duration.ofMinutes(6));

        assertThatThrownBy(() -> patience.require(run))
                .isInstanceOf(TargetAway.class)
                .hasMessageContaining("its target bot could not be reached for 5 minutes");
        assertThat(platform.requests()).last().asString().startsWith("POST /api/v1/runs/" + run.id() + "/cancel");
    }

    @Test
    void a_target_that_was_waited_for_is_not_waited_for_again() {
        platform.answer(409, "");
        platform.answer(409, "");
        assertThatThrownBy(() -> patience.require(waiting("bot", Duration.ofMinutes(6))))
                .isInstanceOf(TargetAway.class);

        patience.require(waiting("another", Duration.ofMinutes(4)));
        assertThatThrownBy(() -> patience.require(waiting("bot", Duration.ofSeconds(1))))
                .isInstanceOf(TargetAway.class);
    }

    private static RunView waiting(String target, Duration since) {
        return Views.run(
                "suite", target, new Pause("TARGET_DOWN", null, NOW.minus(since)), new Counts(1, 0, 0, 0, 0, 0));
    }
}
