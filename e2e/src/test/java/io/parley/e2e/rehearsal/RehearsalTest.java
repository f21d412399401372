package io.parley.e2e.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.up.PlatformState.ProcessState;
import io.parley.e2e.golden.GoldenPath;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.Platform.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final String HOW_THEY_START = Runtime.version().feature() >= 25 ? "-XX:AOTCache=" : "-jar";

    @Test
    void services_start_by_what_they_recorded_and_work_the_same() throws Exception {
        Outcome rehearsal = Platform.parley("rehearse");
        assertThat(rehearsal.exitCode()).as(rehearsal.output()).isZero();

        try (Platform platform = Platform.start("rehearsed", Map.of())) {
            GoldenPath path = GoldenPath.walk(platform);

            assertThat(path.ended().status()).isEqualTo("COMPLETED");
            assertThat(services(platform))
                    .hasSize(7)
                    .allSatisfy(service -> assertThat(commandLine(service)).contains(HOW_THEY_START));
        }
    }

    private static List<ProcessState> services(Platform platform) {
        return platform.processes().stream()
                .filter(process -> process.address() != null)
                .toList();
    }

    private static String commandLine(ProcessState process) {
        return ProcessHandle.of(process.pids().getFirst())
                .flatMap(handle -> handle.info().commandLine())
                .orElseThrow();
    }
}
