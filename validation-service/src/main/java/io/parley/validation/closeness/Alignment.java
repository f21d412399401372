package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which word of an answer stands for which word of a text, each for one at most: first the equal ones, then those of the same
 * stem. As in NLTK, words are taken from the end, and each gets the last one of its kind that is left.
 */
final class Alignment {

    private static final int NONE = -1;

    /** Finding a stem looks at the end of a word some fifty times. */
    private static final int STEPS_OF_A_STEM = 50;

    private final int[] partner;
    private final boolean[] taken;

    private Alignment(int words, int others) {
        this.partner = new int[words];
        this.taken = new boolean[others];
        Arrays.fill(partner, NONE);
    }

    static Alignment of(List<String> answer, List<String> reference, Effort effort) {
        effort.spend((long) STEPS_OF_A_STEM * (answer.size() + reference.size()));
        Alignment alignment = new Alignment(answer.size(), reference.size());
        alignment.align(answer, reference, UnaryOperator.identity());
        alignment.align(answer, reference, PorterStemmer::stem);
        return alignment;
    }

    /** How many words are aligned. */
    int size() {
        return (int) Arrays.stream(partner).filter(other -> other != NONE).count();
    }

    /** In how many runs that stand together in both. */
    int chunks() {
        int chunks = 0;
        int before = NONE;
        int partnerBefore = NONE;
        for (int at = 0; at < partner.length; at++) {
            if (partner[at] != NONE) {
                boolean together = before == at - 1 && partnerBefore == partner[at] - 1 && before != NONE;
                chunks += together ? 0 : 1;
                before = at;
                partnerBefore = partner[at];
            }
        }
        return chunks;
    }

    private void align(List<String> answer, List<String> reference, UnaryOperator<String> form) {
        Map<String, Deque<Integer>> left = new HashMap<>();
        for (int at = 0; at < reference.size(); at++) {
            if (!taken[at]) {
                left.computeIfAbsent(form.apply(reference.get(at)), unseen -> new ArrayDeque<>())
                        .addLast(at);
            }
        }
        for (int at = answer.size() - 1; at >= 0 && !left.isEmpty(); at--) {
            if (partner[at] == NONE) {
                take(at, left.getOrDefault(form.apply(answer.get(at)), new ArrayDeque<>()));
            }
        }
    }

    private void take(int at, Deque<Integer> candidates) {
        Integer last = candidates.pollLast();
        if (last != null) {
            partner[at] = last;
            taken[last] = true;
        }
    }
}
