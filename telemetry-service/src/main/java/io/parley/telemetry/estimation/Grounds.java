package io.parley.telemetry.estimation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The evidence of one source, counted.
 *
 * @param number of observations
 * @param correct of these
 * @param share of the correct ones, by their weights as observed
 * @param weight what they count together
 */
record Grounds(Source source, long number, long correct, double share, double weight) {

    /** The grounds of an estimate, a source each, in the order of {@link Source}. */
    static List<Grounds> of(Estimate estimate) {
        Map<Source, List<Evidence>> bySource = estimate.evidence().stream()
                .collect(Collectors.groupingBy(
                        item -> item.observation().source(), () -> new EnumMap<>(Source.class), Collectors.toList()));
        return bySource.entrySet().stream()
                .map(source -> of(source.getKey(), source.getValue()))
                .toList();
    }

    private static Grounds of(Source source, List<Evidence> evidence) {
        long correct =
                evidence.stream().filter(item -> item.observation().correct()).count();
        return new Grounds(
                source,
                evidence.size(),
                correct,
                share(evidence),
                Tally.of(evidence).weight());
    }

    private static double share(List<Evidence> evidence) {
        double all = evidence.stream()
                .mapToDouble(item -> item.observation().weight())
                .sum();
        double correct = evidence.stream()
                .map(Evidence::observation)
                .filter(Observation::correct)
                .mapToDouble(Observation::weight)
                .sum();
        return correct / all;
    }

    long wrong() {
        return number - correct;
    }
}
