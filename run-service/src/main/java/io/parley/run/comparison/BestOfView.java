package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.run.runs.RunView;
import java.util.List;
import java.util.Map;

/**
 * Several runs of one suite, usually each with a target of its own, compared case by case. The best of a case is the run in
 * which the larger share of its repeats passed, and among equal ones that with the higher mean score.
 *
 * @param runs in the order of the request
 * @param cases that are in any of the runs
 * @param decided of these, the cases that every run has passed or failed; only they have a best
 */
record BestOfView(List<Standing> runs, int cases, int decided) {

    static BestOfView of(List<RunView> runs, Counts counts) {
        return new BestOfView(
                runs.stream().map(run -> Standing.of(run, counts.tallies())).toList(),
                counts.cases(),
                counts.decided());
    }

    /**
     * One of the runs.
     *
     * @param best cases in which it is better than every other
     * @param shared cases in which it is as good as the best of the others
     * @param score mean of its scores in the decided cases, 0 to 1; 0 if there are none
     */
    record Standing(RunId runId, TargetId targetId, String targetName, int best, int shared, double score) {

        private static Standing of(RunView run, Map<RunId, Tally> tallies) {
            Tally tally = tallies.getOrDefault(run.id(), new Tally(0, 0, 0));
            return new Standing(
                    run.id(), run.targetId(), run.targetName(), tally.best(), tally.shared(), tally.score());
        }
    }

    /** What the rows come to. */
    record Counts(Map<RunId, Tally> tallies, int cases, int decided) {}

    /** What they come to for one run. */
    record Tally(int best, int shared, double score) {}
}
