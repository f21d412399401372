package io.parley.bench.processes;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** CPU time by process tree. */
public record CpuTimes(Map<String, Duration> byProcess) {

    /** What was used since an earlier look. */
    public CpuTimes since(CpuTimes earlier) {
        return new CpuTimes(byProcess.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        now -> now.getValue().minus(earlier.byProcess.getOrDefault(now.getKey(), Duration.ZERO)))));
    }

    /** The sum over the trees whose name fits. */
    public Duration of(Predicate<String> name) {
        return byProcess.entrySet().stream()
                .filter(entry -> name.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
