package io.parley.e2e.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.e2e.golden.GoldenPath;
import io.parley.e2e.platform.Platform;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class NeverBlockingTest {

    /** Six services, one of them twice. */
    private static final int JVMS = 7;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path reports;

    @Test
    void no_event_loop_of_any_service_blocks_on_the_golden_path() throws Exception {
        Map<String, String> watched = Map.of("PARLEY_JAVA_OPTS", String.join(" ", Agent.options(reports)));
        try (Platform platform = Platform.start("watched", watched)) {
            GoldenPath path = GoldenPath.walk(platform);

            assertThat(path.ended().status()).isEqualTo("COMPLETED");
        }

        assertThat(Agent.watched(reports)).hasSize(JVMS);
        assertThat(Agent.violations(reports)).isEmpty();
    }
}
