package io.parley.validation.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a judge agrees with people. UNSURE is a verdict that people never come to, so it counts as no agreement.
 *
 * @param labels decisions of people about what it judged
 * @param accuracy 0 to 1: the part of them that it agrees with
 * @param kappa Cohen's kappa, -1 to 1; absent where it is not defined, since both have only ever said the same one thing
 * @param interval where kappa lies with 95% confidence
 * @param belowFloor whether it has {@value #ENOUGH_LABELS} labels and a kappa below the workspace's floor
 */
record JudgeAgreement(
        @JsonUnwrapped Judge judge,
        long labels,
        double accuracy,
        @Nullable Double kappa,
        Kappa.@Nullable Interval interval,
        boolean belowFloor) {

    /** With fewer, kappa says too little to act upon. */
    static final int ENOUGH_LABELS = 20;

    private static final List<Verdict> CATEGORIES = List.of(Verdict.PASS, Verdict.FAIL, Verdict.UNSURE);

    /** How often the judge said one thing and people another, or the same. */
    record LabelCount(Judge judge, Verdict judged, Verdict decided, long labels) {}

    /** The agreement of one judge. */
    static JudgeAgreement of(Judge judge, List<LabelCount> counts, @Nullable Double floor) {
        long[][] table = new long[CATEGORIES.size()][CATEGORIES.size()];
        counts.forEach(count ->
                table[CATEGORIES.indexOf(count.judged())][CATEGORIES.indexOf(count.decided())] += count.labels());
        long labels = counts.stream().mapToLong(LabelCount::labels).sum();
        Optional<Kappa> kappa = Kappa.of(table);
        return new JudgeAgreement(
                judge,
                labels,
                new Proportions(table).observed(),
                kappa.map(Kappa::value).orElse(null),
                kappa.map(Kappa::interval).orElse(null),
                floor != null
                        && labels >= ENOUGH_LABELS
                        && kappa.filter(known -> known.value() < floor).isPresent());
    }
}
