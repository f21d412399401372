package io.parley.validation.assertions;

import io.parley.contracts.Verdict;
import java.util.Map;

/**
 * What an assertion says of its subject.
 *
 * @param reason a statement of fact that quotes what was expected and what came; it is as true under {@code not}
 * @param evidence the texts and numbers behind the reason: texts, numbers, and lists of them
 */
public record Finding(Verdict verdict, String reason, Map<String, Object> evidence) {

    static Finding of(boolean holds, String reason, Map<String, Object> evidence) {
        return new Finding(holds ? Verdict.PASS : Verdict.FAIL, reason, evidence);
    }

    /** Nothing can be said of the subject, for this reason. */
    public static Finding error(String reason) {
        return new Finding(Verdict.ERROR, reason, Map.of());
    }

    /** 1 for a pass, else 0. */
    public double score() {
        return verdict == Verdict.PASS ? 1 : 0;
    }

    /** PASS and FAIL exchanged; what could not be told stays so. */
    Finding inverted() {
        return switch (verdict) {
            case PASS -> new Finding(Verdict.FAIL, reason, evidence);
            case FAIL -> new Finding(Verdict.PASS, reason, evidence);
            case ERROR, UNSURE -> this;
        };
    }
}
