package io.parley.bench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.processes.CpuTimes;
import io.parley.bench.processes.Memory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void the_report_shows_speed_cost_growth_memory_and_idle_use() {
        List<Measurement> medians = Scenario.all(List.of(1_000, 10_000)).stream()
                .map(scenario -> new Measurement(
                        scenario,
                        Duration.ofMillis(scenario.cases() / 20),
                        Duration.ofMillis(scenario.cases()),
                        cpu(scenario.cases() == 1_000 ? 1_500 : 18_000)))
                .toList();
        var memory = Map.of(
                "run-service", new Memory(200 * MEBIBYTE, 180 * MEBIBYTE),
                "postgresql", new Memory(400 * MEBIBYTE, 100 * MEBIBYTE));

        String report = new Report(
                        new RunsOptions(List.of(1_000, 10_000), 3, 2), medians.getLast(), medians, memory, cpu(400))
                .markdown();

        assertThat(report)
                .contains("| 0 ms | 128 | 1000 | 50 ms | 1000 |  | 1.50 | 1.00 |")
                .contains("| 50 ms | 128 | 10000 | 500 ms | 1000 | 39% | 1.80 | 1.20 |")
                .contains("first run after the start, 10000 cases at 0 ms: 1000 cases/s, 1.80 ms CPU per case")
                .contains("| 50 ms | 32 | +20% |")
                .contains("| process | 0 ms, 128 | 50 ms, 32 | 50 ms, 128 |")
                .contains("| run-service | 1.200 | 1.200 | 1.200 | 200 | 1.3 |")
                .contains("| postgresql | 0.600 | 0.600 | 0.600 | 400 | 0.7 |")
                .contains("the services and workers have 200 MiB resident, all processes 280 MiB")
                .contains("use 1.3% of a core, all processes 2.0%");
    }

    /** A third of it the database's, the launcher's not counted. */
    private static CpuTimes cpu(int millis) {
        return new CpuTimes(Map.of(
                "run-service", Duration.ofMillis(millis * 2 / 3),
                "postgresql", Duration.ofMillis(millis / 3),
                "parley up", Duration.ofMillis(500)));
    }
}
