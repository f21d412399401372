package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The n-grams of texts that would be right, as a tree in which each is a path from the root: what an answer shares with them
 * is found in one look per token and length.
 */
final class NGrams {

    private static final int STEPS_OF_A_LOOK = 3;
    private static final int ROOT = 0;

    private final int longest;
    private final Effort effort;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Long, Integer> nodes = new HashMap<>();
    private int[] most = new int[16];

    private NGrams(int longest, Effort effort) {
        this.longest = longest;
        this.effort = effort;
    }

    /** Those of one text, of up to {@code longest} tokens. */
    static NGrams of(List<String> reference, int longest, Effort effort) {
        return ofAny(List.of(reference), longest, effort);
    }

    /** Those of several texts; one that is in several counts as often as in that which has most of it. */
    static NGrams ofAny(List<List<String>> references, int longest, Effort effort) {
        NGrams all = new NGrams(longest, effort);
        references.forEach(all::add);
        return all;
    }

    /** How many n-grams of n tokens a text of so many tokens has. */
    static int count(int tokens, int n) {
        return Math.max(0, tokens - n + 1);
    }

    /**
     * How many n-grams of the answer are among these, none counted more often than it is here (Papineni et al. 2002: clipped).
     *
     * @return by n - 1
     */
    int[] matches(List<String> answer) {
        effort.spend((long) answer.size() * longest * STEPS_OF_A_LOOK);
        int[] used = new int[nodes.size() + 1];
        int[] matches = new int[longest];
        for (int start = 0; start < answer.size(); start++) {
            int node = ROOT;
            for (int n = 0; n < longest && start + n < answer.size(); n++) {
                node = next(node, answer.get(start + n));
                if (node == ROOT) {
                    break;
                }
                if (used[node] < most[node]) {
                    used[node]++;
                    matches[n]++;
                }
            }
        }
        return matches;
    }

    private void add(List<String> reference) {
        effort.spend((long) reference.size() * longest * STEPS_OF_A_LOOK);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int start = 0; start < reference.size(); start++) {
            int node = ROOT;
            for (int n = 0; n < longest && start + n < reference.size(); n++) {
                node = nextOrNew(node, reference.get(start + n));
                counts.merge(node, 1, Integer::sum);
            }
        }
        counts.forEach((node, count) -> most[node] = Math.max(most[node], count));
    }

    private int next(int node, String token) {
        Integer word = words.get(token);
        return word == null ? ROOT : nodes.getOrDefault(edge(node, word), ROOT);
    }

    private int nextOrNew(int node, String token) {
        int word = words.computeIfAbsent(token, unseen -> words.size());
        int next = nodes.computeIfAbsent(edge(node, word), unseen -> nodes.size() + 1);
        if (next >= most.length) {
            most = Arrays.copyOf(most, 2 * next);
        }
        return next;
    }

    private static long edge(int node, int word) {
        return ((long) node << Integer.SIZE) | word;
    }
}
