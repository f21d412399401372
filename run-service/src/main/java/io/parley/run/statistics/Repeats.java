package io.parley.run.statistics;

import io.parley.run.runs.PassRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cases stand that are held more than once in a run. A repeat counts once it passed or failed.
 *
 * @param cases how many those are: the sum of the next three
 * @param stable at least two repeats count, and all of them agree
 * @param flaky some passed, some failed
 * @param undecided fewer than two count
 * @param passAll pass^k for each number k of repeats that cases have, the smallest first
 * @param causes of the flaky ones; absent when there is none
 */
record Repeats(
        int cases,
        int stable,
        int flaky,
        int undecided,
        List<PassAll> passAll,
        @Nullable Causes causes) {

    Repeats withCauses(Causes found) {
        return new Repeats(cases, stable, flaky, undecided, passAll, found);
    }

    /**
     * The chance that a case passes k times out of k, estimated as τ-bench does (Yao, Shinn, Razavi, Narasimhan 2024,
     * arXiv 2406.12045): the mean of C(passed, k) / C(repeats, k), which for k repeats is the share of cases whose
     * repeats all passed.
     *
     * @param k repeats of a case
     * @param cases with k repeats that all count
     * @param rate the share with its 95% interval; absent when there is no such case
     */
    record PassAll(int k, int cases, @Nullable PassRate rate) {}

    /**
     * Why cases are flaky, told by judging stored conversations again: by the runs of the same revision that were
     * rescored from this one, or that this one was rescored from.
     *
     * @param judge the same conversation got another verdict
     * @param target every conversation got the same verdict again, so the answers differ
     * @param unknown not every conversation was judged again
     */
    record Causes(int judge, int target, int unknown) {}
}
