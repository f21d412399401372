package io.parley.bench.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of it. */
public final class FuzzReport {

    private static final int SLOWEST_SHOWN = 5;

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Map<String, Duration> longest = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    FuzzReport() {}

    synchronized void answered(Operation operation, int status, Duration took) {
        byStatus.merge(status, 1, Integer::sum);
        longest.merge(operation.name(), took, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    synchronized void found(Finding finding) {
        findings.add(finding);
    }

    /** The answers that must not be. */
    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How many answers there were of each status. */
    public synchronized Map<Integer, Integer> byStatus() {
        return Map.copyOf(byStatus);
    }

    synchronized String markdown() {
        StringBuilder report = new StringBuilder("| status | answers |\n|---|---|\n");
        byStatus.forEach((status, answers) -> report.append("| %d | %d |%n".formatted(status, answers)));
        report.append("\n| longest waits for an answer | ms |\n|---|---|\n");
        longest.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .limit(SLOWEST_SHOWN)
                .forEach(slow -> report.append(
                        "| %s | %d |%n".formatted(slow.getKey(), slow.getValue().toMillis())));
        report.append("\n%d answers that must not be%n%n".formatted(findings.size()));
        findings.forEach(finding -> report.append(finding).append('\n'));
        return report.toString();
    }
}
