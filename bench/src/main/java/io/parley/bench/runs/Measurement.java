package io.parley.bench.runs;

import io.parley.bench.processes.CpuTimes;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What one run took.
 *
 * @param accepting from the request that started the run to its answer: every execution has its row then
 * @param wall from the request that started the run to its completion
 * @param cpu of every process, until the run's last result was in telemetry too
 */
public record Measurement(Scenario scenario, Duration accepting, Duration wall, CpuTimes cpu) {

    public double casesPerSecond() {
        return scenario.cases() / (wall.toMillis() / 1e3);
    }

    /** Milliseconds of CPU of the processes whose name fits. */
    double millisPerCase(Predicate<String> process) {
        return (double) cpu.of(process).toMillis() / scenario.cases();
    }
}
