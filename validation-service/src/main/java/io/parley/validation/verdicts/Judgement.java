package io.parley.validation.verdicts;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of an execution.
 *
 * @param score 0 to 1: the mean of the assertions' scores by their weights
 */
public record Judgement(Verdict verdict, double score) {

    private static final List<Verdict> WORST_FIRST = List.of(Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE);
    private static final List<Verdict> NOT_TOLD = List.of(Verdict.ERROR, Verdict.UNSURE);

    /** Sums of weights such as 0.1 are not exact; a score this close to the threshold has reached it. */
    private static final double ROUNDING = 1e-9;

    /**
     * Judges an execution. Without a threshold one failed assertion fails it, else one error makes it an error, else one
     * unsure makes it unsure. With a threshold the score decides, once nothing errored and nothing is unsure. No result at
     * all is UNSURE, never a pass.
     *
     * @param threshold 0 to 1, or null
     */
    public static Judgement of(List<AssertionResult> results, @Nullable Double threshold) {
        double score = score(results);
        Verdict otherwise = threshold == null || score >= threshold - ROUNDING ? Verdict.PASS : Verdict.FAIL;
        return results.isEmpty()
                ? new Judgement(Verdict.UNSURE, score)
                : new Judgement(
                        among(results, threshold == null ? WORST_FIRST : NOT_TOLD)
                                .findFirst()
                                .orElse(otherwise),
                        score);
    }

    private static Stream<Verdict> among(List<AssertionResult> results, List<Verdict> order) {
        return order.stream().filter(verdict -> results.stream().anyMatch(result -> result.verdict() == verdict));
    }

    private static double score(List<AssertionResult> results) {
        double weights = results.stream().mapToDouble(AssertionResult::weight).sum();
        double sum = results.stream()
                .mapToDouble(result -> result.weight() * result.score())
                .sum();
        return weights == 0 ? 0 : sum / weights;
    }
}
