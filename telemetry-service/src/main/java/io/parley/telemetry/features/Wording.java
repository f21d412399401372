package io.parley.telemetry.features;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether two texts say nearly the same in nearly the same words. */
final class Wording {

    /** Jaccard index from which on two sets of words are nearly the same. */
    private static final double NEARLY_THE_SAME = 0.8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Wording() {}

    /** Compares the sets of words, without regard to case, punctuation and order (Jaccard 1901). */
    static boolean isNearlyTheSame(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> common = new HashSet<>(words);
        common.retainAll(others);
        int all = words.size() + others.size() - common.size();
        return all > 0 && common.size() >= NEARLY_THE_SAME * all;
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
