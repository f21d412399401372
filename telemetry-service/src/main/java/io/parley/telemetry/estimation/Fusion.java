package io.parley.telemetry.estimation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Brings the observations of several sources together, each by what it counts. About the one share of an assistant it enters
 * with its likelihood to that power, so that the sources' log-odds add up, each times its reliability: a logarithmic opinion
 * pool (Genest and Zidek 1986, "Combining probability distributions", Statistical Science 1, 114–135).
 */
final class Fusion {

    private static final double BY_CHANCE = 0.95;

    private Fusion() {}

    /** What every observation counts by its own weight and the reliability of its source. */
    static List<Evidence> weigh(List<Observation> observations, Reliabilities reliabilities) {
        return observations.stream()
                .map(observation ->
                        new Evidence(observation, observation.weight() * reliabilities.weight(observation.source())))
                .toList();
    }

    /** And by how often the source repeats itself about one unchanging share; learners change. */
    static List<Evidence> weighTogether(List<Observation> observations, Reliabilities reliabilities) {
        List<Evidence> alone = weigh(observations, reliabilities);
        Map<Source, Double> left = alone.stream()
                .collect(Collectors.groupingBy(
                        item -> item.observation().source(),
                        () -> new EnumMap<>(Source.class),
                        Collectors.summingDouble(Evidence::weight)));
        left.replaceAll(reliabilities::left);
        return alone.stream()
                .map(item -> new Evidence(
                        item.observation(),
                        item.weight() * left.getOrDefault(item.observation().source(), 1.0)))
                .toList();
    }

    /**
     * By how much sources that speak of one unchanging share contradict each other: Cochran's
     * {@code Q = Σ (yₛ − ȳ)² / vₛ} of their log-odds {@code yₛ}, weighted by their precision, in units of what chance alone
     * exceeds in 5% of cases; at least 1 (Cochran 1954, Biometrics 10, 101–129). The weight of all evidence is to be divided by
     * it, which makes the interval wider by its root (Birge 1932, Physical Review 40, 207–227).
     */
    static double disagreement(List<Evidence> evidence) {
        Collection<Tally> sources = bySource(evidence).values().stream()
                .filter(source -> source.weight() > 0)
                .toList();
        if (sources.size() < 2) {
            return 1;
        }
        double allowed = ChiSquaredDistribution.of(sources.size() - 1).inverseCumulativeProbability(BY_CHANCE);
        return Math.max(1, heterogeneity(sources) / allowed);
    }

    private static double heterogeneity(Collection<Tally> sources) {
        double precision =
                sources.stream().mapToDouble(source -> 1 / source.variance()).sum();
        double mean = sources.stream()
                        .mapToDouble(source -> source.logOdds() / source.variance())
                        .sum()
                / precision;
        return sources.stream()
                .mapToDouble(source -> Math.pow(source.logOdds() - mean, 2) / source.variance())
                .sum();
    }

    /** The evidence of each source, added up. */
    static Map<Source, Tally> bySource(List<Evidence> evidence) {
        return evidence.stream()
                .collect(Collectors.groupingBy(
                        item -> item.observation().source(),
                        () -> new EnumMap<>(Source.class),
                        Collectors.collectingAndThen(Collectors.toList(), Tally::of)));
    }
}
