package io.parley.validation.groups;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Group;
import io.parley.validation.assertions.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code weighted}: the parts are good enough together. As an execution with a threshold: ERROR if a part errors; else UNSURE if one
 * is unsure; else PASS if the mean of the parts' scores by their weights reaches the threshold; else FAIL. The score is that mean.
 *
 * @param threshold 0 to 1
 */
public record Weighted(double threshold, List<Expectation> parts) implements Group {

    public static final AssertionType TYPE =
            AssertionType.of("weighted", """
            {
              "title": "These, good enough together",
              "description": "Passes from a mean score on, by the weights that stand beside the parts; an error if one is, else unsure if one is.",
              "type": "object",
              "required": ["threshold", "of"],
              "additionalProperties": false,
              "properties": {
                "threshold": {"$ref": "#/$defs/share", "title": "The smallest mean score that passes"},
                "of": {"$ref": "#/$defs/group"}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are threshold and of"},
              "examples": [{"weighted": {"threshold": 0.7, "of": [{"contains": "rainy", "weight": 3}, {"contains": "umbrella"}]}}]
            }
            """, (fields, reading) -> of(fields.fields("weighted"), reading));

    /** Sums of weights such as 0.1 are not exact; a score this close to the threshold has reached it. */
    private static final double ROUNDING = 1e-9;

    private static Weighted of(Fields fields, Reading reading) {
        fields.allowOnly(Set.of("threshold", "of"));
        return new Weighted(fields.number("threshold", 0, 1), Parts.read(fields.list("of"), reading));
    }

    @Override
    public Finding combine(List<Finding> findings) {
        Parts told = new Parts(parts, findings);
        double score = told.score();
        boolean enough = score >= threshold - ROUNDING;
        Verdict verdict = told.first(Verdict.ERROR, Verdict.UNSURE).orElse(enough ? Verdict.PASS : Verdict.FAIL);
        String mean = "the mean score of " + parts.size() + " is " + shown(score);
        String reason = switch (verdict) {
            case PASS -> mean + ", at least " + shown(threshold);
            case FAIL -> mean + ", below " + shown(threshold) + weakest(told);
            case ERROR, UNSURE -> "not all could be told; " + told.reason(verdict);
        };
        return new Finding(verdict, score, reason, evidence(told));
    }

    private static String weakest(Parts told) {
        return told.count(Verdict.FAIL) == 0 ? "" : "; " + told.reason(Verdict.FAIL);
    }

    private Map<String, Object> evidence(Parts told) {
        Map<String, Object> evidence = new HashMap<>(told.evidence());
        evidence.put("threshold", threshold);
        return evidence;
    }

    private static String shown(double score) {
        BigDecimal shown = BigDecimal.valueOf(score + ROUNDING).setScale(4, RoundingMode.FLOOR);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
