package io.parley.validation.closeness;

import java.util.List;

/**
 * Takes the endings of English words off: Porter, "An algorithm for suffix stripping", Program 14 (1980), with the three changes of the
 * author's own later program (words of one or two letters stay, abli becomes able by bli to ble, logi becomes log). Takes words in
 * lower case; letters beyond English ones count as consonants.
 */
final class PorterStemmer {

    /** No English word is longer; what is, is no word. */
    private static final int LONGEST_WORD = 60;

    private static final List<Ending> STEP_2 = List.of(
            new Ending("ational", "ate"),
            new Ending("tional", "tion"),
            new Ending("enci", "ence"),
            new Ending("anci", "ance"),
            new Ending("izer", "ize"),
            new Ending("bli", "ble"),
            new Ending("alli", "al"),
            new Ending("entli", "ent"),
            new Ending("eli", "e"),
            new Ending("ousli", "ous"),
            new Ending("ization", "ize"),
            new Ending("ation", "ate"),
            new Ending("ator", "ate"),
            new Ending("alism", "al"),
            new Ending("iveness", "ive"),
            new Ending("fulness", "ful"),
            new Ending("ousness", "ous"),
            new Ending("aliti", "al"),
            new Ending("iviti", "ive"),
            new Ending("biliti", "ble"),
            new Ending("logi", "log"));

    private static final List<Ending> STEP_3 = List.of(
            new Ending("icate", "ic"),
            new Ending("ative", ""),
            new Ending("alize", "al"),
            new Ending("iciti", "ic"),
            new Ending("ical", "ic"),
            new Ending("ful", ""),
            new Ending("ness", ""));

    private static final List<String> STEP_4 = List.of(
            "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
            "iti", "ous", "ive", "ize");

    private PorterStemmer() {}

    static String stem(String word) {
        if (word.length() <= 2 || word.length() > LONGEST_WORD) {
            return word;
        }
        String noPlural = step1a(word);
        String noTense = step1c(step1b(noPlural));
        String noSuffixes = step4(replaced(replaced(noTense, STEP_2), STEP_3));
        return step5b(step5a(noSuffixes));
    }

    private static String step1a(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private static String step1b(String word) {
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        String stem = word.endsWith("ed") ? cut(word, 2) : word.endsWith("ing") ? cut(word, 3) : word;
        return stem.length() == word.length() || !hasVowel(stem) ? word : repaired(stem);
    }

    /** What was left of a verb gets its end back. */
    private static String repaired(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsInDouble(stem) && !stem.endsWith("l") && !stem.endsWith("s") && !stem.endsWith("z")) {
            return cut(stem, 1);
        }
        return measure(stem) == 1 && endsInShortSyllable(stem) ? stem + "e" : stem;
    }

    private static String step1c(String word) {
        return word.endsWith("y") && hasVowel(cut(word, 1)) ? cut(word, 1) + "i" : word;
    }

    /** The longest ending that fits decides, whether or not it may be replaced. */
    private static String replaced(String word, List<Ending> endings) {
        Ending longest = null;
        for (Ending ending : endings) {
            boolean fits = word.endsWith(ending.text());
            if (fits
                    && (longest == null
                            || ending.text().length() > longest.text().length())) {
                longest = ending;
            }
        }
        if (longest == null) {
            return word;
        }
        String stem = cut(word, longest.text().length());
        return measure(stem) > 0 ? stem + longest.replacement() : word;
    }

    private static String step4(String word) {
        String longest = "";
        for (String ending : STEP_4) {
            longest = word.endsWith(ending) && ending.length() > longest.length() ? ending : longest;
        }
        String stem = cut(word, longest.length());
        boolean stays = longest.equals("ion") && !stem.endsWith("s") && !stem.endsWith("t");
        return measure(stem) > 1 && !stays ? stem : word;
    }

    private static String step5a(String word) {
        if (!word.endsWith("e")) {
            return word;
        }
        String stem = cut(word, 1);
        int measure = measure(stem);
        return measure > 1 || (measure == 1 && !endsInShortSyllable(stem)) ? stem : word;
    }

    private static String step5b(String word) {
        return word.endsWith("ll") && measure(word) > 1 ? cut(word, 1) : word;
    }

    private static String cut(String word, int characters) {
        return word.substring(0, word.length() - characters);
    }

    /** How often a vowel is followed by a consonant: m in [C](VC)^m[V]. */
    private static int measure(String stem) {
        int measure = 0;
        boolean vowelBefore = false;
        for (int at = 0; at < stem.length(); at++) {
            boolean vowel = isVowel(stem, at, vowelBefore);
            measure += vowelBefore && !vowel ? 1 : 0;
            vowelBefore = vowel;
        }
        return measure;
    }

    private static boolean hasVowel(String stem) {
        boolean vowelBefore = false;
        for (int at = 0; at < stem.length(); at++) {
            vowelBefore = isVowel(stem, at, vowelBefore);
            if (vowelBefore) {
                return true;
            }
        }
        return false;
    }

    /** y is one after a consonant. */
    private static boolean isVowel(String word, int at, boolean vowelBefore) {
        return switch (word.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> true;
            case 'y' -> at > 0 && !vowelBefore;
            default -> false;
        };
    }

    private static boolean isVowel(String word, int at) {
        boolean vowel = false;
        for (int each = 0; each <= at; each++) {
            vowel = isVowel(word, each, vowel);
        }
        return vowel;
    }

    private static boolean endsInDouble(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == word.charAt(last - 1) && !isVowel(word, last);
    }

    /** Consonant, vowel, consonant, the last of them not w, x or y. */
    private static boolean endsInShortSyllable(String word) {
        int last = word.length() - 1;
        return last > 1
                && !isVowel(word, last)
                && isVowel(word, last - 1)
                && !isVowel(word, last - 2)
                && "wxy".indexOf(word.charAt(last)) < 0;
    }

    private record Ending(String text, String replacement) {}
}
