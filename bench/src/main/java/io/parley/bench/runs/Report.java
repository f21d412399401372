package io.parley.bench.runs;

import io.parley.bench.processes.CpuTimes;
import io.parley.bench.processes.Memory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The figures as Markdown.
 *
 * @param first the first run after the start
 * @param medians one measurement of each scenario, once the services are warm
 * @param memory of each process when all together had the most
 * @param idle CPU over {@link RunsBench#IDLE} without work
 */
record Report(
        RunsOptions options, Measurement first, List<Measurement> medians, Map<String, Memory> memory, CpuTimes idle) {

    private static final double MEBIBYTE = 1024 * 1024;

    String markdown() {
        return String.join("\n\n", machine(), speed(), cold(), growth(), processes(), totals()) + "\n";
    }

    private String machine() {
        return "%d cores, JDK %s, %d workers, median of %d"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        options.workers(),
                        options.repeat());
    }

    private String speed() {
        return """
                | target's delay | concurrency | cases | started in | cases/s | of the ideal | CPU ms per case | of that our JVMs |
                |---|---|---|---|---|---|---|---|
                """ + lines(medians.stream().map(Report::speed).toList());
    }

    private static String speed(Measurement measured) {
        Scenario scenario = measured.scenario();
        String ofIdeal = scenario.delay().isZero()
                ? ""
                : String.format(Locale.ROOT, "%.0f%%", 100 * measured.casesPerSecond() / scenario.ideal());
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %d | %d ms | %.0f | %s | %.2f | %.2f |",
                scenario.delay().toMillis(),
                scenario.concurrency(),
                scenario.cases(),
                measured.accepting().toMillis(),
                measured.casesPerSecond(),
                ofIdeal,
                measured.millisPerCase(Parts::isPlatform),
                measured.millisPerCase(Parts::isOwn));
    }

    private String cold() {
        return String.format(
                Locale.ROOT,
                "The very first run after the start, %d cases at 0 ms: %.0f cases/s, %.2f ms CPU per case, most of it the JVMs'"
                        + " compilers.",
                first.scenario().cases(),
                first.casesPerSecond(),
                first.millisPerCase(Parts::isPlatform));
    }

    private String growth() {
        return """
                | target's delay | concurrency | growth of CPU per case from %d to %d cases |
                |---|---|---|
                """.formatted(options.sizes().getFirst(), options.sizes().getLast())
                + lines(medians.stream()
                        .filter(measured ->
                                measured.scenario().cases() == options.sizes().getFirst())
                        .map(this::growth)
                        .toList());
    }

    private String growth(Measurement small) {
        Scenario scenario = small.scenario();
        Measurement large = of(scenario.withCases(options.sizes().getLast()));
        double growth = large.millisPerCase(Parts::isPlatform) / small.millisPerCase(Parts::isPlatform) - 1;
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %+.0f%% |",
                scenario.delay().toMillis(),
                scenario.concurrency(),
                100 * growth);
    }

    private String processes() {
        List<Measurement> largest = medians.stream()
                .filter(measured ->
                        measured.scenario().cases() == options.sizes().getLast())
                .toList();
        return "CPU ms per case of runs of %d cases:%n%n"
                        .formatted(options.sizes().getLast())
                + "| process |"
                + largest.stream().map(Report::column).collect(Collectors.joining())
                + " resident MiB at the peak | CPU % of a core, idle |\n"
                + "|---".repeat(largest.size() + 3)
                + "|\n"
                + lines(memory.keySet().stream()
                        .sorted(Comparator.comparingDouble(
                                name -> -largest.getFirst().millisPerCase(name::equals)))
                        .map(name -> process(name, largest))
                        .toList());
    }

    private static String column(Measurement measured) {
        Scenario scenario = measured.scenario();
        return " %d ms, %d |".formatted(scenario.delay().toMillis(), scenario.concurrency());
    }

    private String process(String name, List<Measurement> largest) {
        return "| %s |".formatted(name)
                + largest.stream()
                        .map(measured -> String.format(Locale.ROOT, " %.3f |", measured.millisPerCase(name::equals)))
                        .collect(Collectors.joining())
                + String.format(
                        Locale.ROOT,
                        " %.0f | %.1f |",
                        memory.getOrDefault(name, Memory.NONE).resident() / MEBIBYTE,
                        idlePercent(name::equals));
    }

    private String totals() {
        return String.format(
                Locale.ROOT,
                "At the peak the services and workers have %.0f MiB resident, all processes %.0f MiB (shared memory counted"
                        + " once). Idle over %d s, the services and workers use %.1f%% of a core, all processes %.1f%%.",
                sum(Parts::isOwn).resident() / MEBIBYTE,
                sum(Parts::isPlatform).proportional() / MEBIBYTE,
                RunsBench.IDLE.toSeconds(),
                idlePercent(Parts::isOwn),
                idlePercent(Parts::isPlatform));
    }

    private Memory sum(Predicate<String> process) {
        return memory.entrySet().stream()
                .filter(entry -> process.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Memory.NONE, Memory::plus);
    }

    private double idlePercent(Predicate<String> process) {
        Duration used = idle.of(process);
        return 100.0 * used.toMillis() / RunsBench.IDLE.toMillis();
    }

    private Measurement of(Scenario scenario) {
        return medians.stream()
                .filter(measured -> measured.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private static String lines(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
