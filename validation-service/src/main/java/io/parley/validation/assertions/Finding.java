package io.parley.validation.assertions;

import io.parley.contracts.Verdict;
import java.util.Map;

/**
 * What an assertion says of its subject.
 *
 * @param score 0 to 1
 * @param reason a statement of fact that quotes what was expected and what came; it is as true under {@code not}
 * @param evidence the texts and numbers behind the reason: texts, numbers, and lists and maps of them
 */
public record Finding(Verdict verdict, double score, String reason, Map<String, Object> evidence) {

    /** All or nothing. */
    public static Finding of(boolean holds, String reason, Map<String, Object> evidence) {
        return new Finding(holds ? Verdict.PASS : Verdict.FAIL, holds ? 1 : 0, reason, evidence);
    }

    /** A measure that passes from a threshold on. */
    public static Finding scored(double score, double threshold, String reason, Map<String, Object> evidence) {
        return new Finding(score >= threshold ? Verdict.PASS : Verdict.FAIL, score, reason, evidence);
    }

    /** Nothing can be said of the subject, for this reason. */
    public static Finding error(String reason) {
        return new Finding(Verdict.ERROR, 0, reason, Map.of());
    }

    /** It needs people to be told, for this reason. */
    public static Finding unsure(String reason, Map<String, Object> evidence) {
        return new Finding(Verdict.UNSURE, 0, reason, evidence);
    }

    /** The same, decided by something that is not all or nothing: 0 to 1. */
    public Finding scoring(double measured) {
        return new Finding(verdict, measured, reason, evidence);
    }

    /** PASS and FAIL exchanged; what could not be told stays so. */
    public Finding inverted() {
        return switch (verdict) {
            case PASS -> new Finding(Verdict.FAIL, 1 - score, reason, evidence);
            case FAIL -> new Finding(Verdict.PASS, 1 - score, reason, evidence);
            case ERROR, UNSURE -> this;
        };
    }
}
