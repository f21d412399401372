package io.parley.validation.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a text is like each language.
 *
 * @param byCode shares that sum up to 1, by ISO 639-3 code
 */
record Likeness(Map<String, Double> byCode) {

    double of(Set<String> codes) {
        return codes.stream()
                .mapToDouble(code -> byCode.getOrDefault(code, 0.0))
                .sum();
    }

    /** The codes that it is most like, the most like first. */
    List<String> nearest(Set<String> among) {
        return byCode.entrySet().stream()
                .filter(language -> among.contains(language.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
