package io.parley.validation.groups;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Group;
import java.util.List;

/**
 * {@code all}: every part passes. As an execution: FAIL if a part fails; else ERROR if one errors; else UNSURE if one is unsure;
 * else PASS. The score is the mean of the parts' scores by their weights.
 */
public record All(List<Expectation> parts) implements Group {

    public static final AssertionType TYPE =
            AssertionType.of("all", """
            {
              "title": "Every one of these",
              "description": "Fails if one fails; else it is an error if one is, else unsure if one is.",
              "$ref": "#/$defs/group",
              "examples": [{"all": [{"contains": "Berlin"}, {"not": {"contains": "sorry"}}]}]
            }
            """, (fields, reading) -> new All(Parts.read(fields.list("all"), reading)));

    @Override
    public Finding combine(List<Finding> findings) {
        Parts told = new Parts(parts, findings);
        Verdict verdict =
                told.first(Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE).orElse(Verdict.PASS);
        String reason = switch (verdict) {
            case PASS -> "all " + parts.size() + " hold";
            case FAIL ->
                told.count(Verdict.FAIL) + " of " + parts.size() + " do not hold; " + told.reason(Verdict.FAIL);
            case ERROR, UNSURE -> "not all could be told; " + told.reason(verdict);
        };
        return new Finding(verdict, told.score(), reason, told.evidence());
    }
}
