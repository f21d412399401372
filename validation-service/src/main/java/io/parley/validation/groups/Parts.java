package io.parley.validation.groups;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a group and what each of them said. */
record Parts(List<Expectation> expectations, List<Finding> findings) {

    static List<Expectation> read(List<Fields> written, Reading reading) {
        return written.stream().map(reading::expectation).toList();
    }

    /** How many said this. */
    int count(Verdict verdict) {
        return (int) findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    /** The first of these verdicts that a part has. */
    Optional<Verdict> first(Verdict... order) {
        return List.of(order).stream().filter(verdict -> count(verdict) > 0).findFirst();
    }

    /** The mean of the scores by the weights. */
    double score() {
        double weights = expectations.stream().mapToDouble(Expectation::weight).sum();
        double sum = IntStream.range(0, findings.size())
                .mapToDouble(part ->
                        expectations.get(part).weight() * findings.get(part).score())
                .sum();
        return sum / weights;
    }

    /** What the first part with this verdict says, by its name. */
    String reason(Verdict verdict) {
        int part = IntStream.range(0, findings.size())
                .filter(each -> findings.get(each).verdict() == verdict)
                .findFirst()
                .orElseThrow();
        return expectations.get(part).type() + ": " + findings.get(part).reason();
    }

    /** Everything that was said, part by part. */
    Map<String, Object> evidence() {
        return Map.of(
                "parts",
                IntStream.range(0, findings.size()).mapToObj(this::evidence).toList());
    }

    private Map<String, Object> evidence(int part) {
        Finding finding = findings.get(part);
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("type", expectations.get(part).type());
        evidence.put("verdict", finding.verdict().name());
        evidence.put("score", finding.score());
        evidence.put("weight", expectations.get(part).weight());
        evidence.put("reason", finding.reason());
        evidence.put("evidence", finding.evidence());
        return evidence;
    }
}
