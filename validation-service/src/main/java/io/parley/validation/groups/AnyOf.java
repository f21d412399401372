package io.parley.validation.groups;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Group;
import java.util.List;

/**
 * {@code any}: at least one part passes. PASS if a part passes; else ERROR if one errors and else UNSURE if one is unsure, because
 * that one might have passed; else FAIL. The score is the best of the parts.
 */
public record AnyOf(List<Expectation> parts) implements Group {

    public static final AssertionType TYPE =
            AssertionType.of("any", """
            {
              "title": "At least one of these",
              "description": "Passes if one passes; else it is an error if one is, else unsure if one is, else it fails.",
              "$ref": "#/$defs/group",
              "examples": [{"any": [{"contains": "sunny"}, {"regex": "[0-9]+ degrees"}]}]
            }
            """, (fields, reading) -> new AnyOf(Parts.read(fields.list("any"), reading)));

    @Override
    public Finding combine(List<Finding> findings) {
        Parts told = new Parts(parts, findings);
        Verdict verdict =
                told.first(Verdict.PASS, Verdict.ERROR, Verdict.UNSURE).orElse(Verdict.FAIL);
        double best = findings.stream().mapToDouble(Finding::score).max().orElse(0);
        String reason = switch (verdict) {
            case PASS -> told.count(Verdict.PASS) + " of " + parts.size() + " hold; " + told.reason(Verdict.PASS);
            case FAIL -> "none of " + parts.size() + " holds; " + told.reason(Verdict.FAIL);
            case ERROR, UNSURE -> "none holds, and not all could be told; " + told.reason(verdict);
        };
        return new Finding(verdict, best, reason, told.evidence());
    }
}
