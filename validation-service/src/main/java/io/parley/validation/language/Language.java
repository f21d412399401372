package io.parley.validation.language;

import io.parley.validation.assertions.MalformedAssertion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language as suites name it.
 *
 * @param codes what the detector calls it and its written forms, ISO 639-3
 */
record Language(Set<String> codes) {

    /** What the detector takes for candidates, beside the expected one. */
    private static final Set<String> WIDESPREAD = codes("""
            tur bel ara mon tel san aze ita mkd eng nno lvs kor som swa hun fra nld bak ekk ron gle hin est tha slk kan
            eus bos pol nep lit srp ces lav dan mar glg uzb mal fas pes msa cym nob ben kaz heb sqi kir cat vie kat tam
            slv tgl pan swe ell isl urd hye hrv rus spa ind pnb bul deu zul ukr jpn por guj fin cmn tgk""");

    /** What the detector knows too; short texts of their large relatives are often taken for one of them. */
    private static final Set<String> OTHERS = codes("""
            min fao ceb mlt ltz epo war che nds nan gsw fry vol bre jav oci mri lat lim tat afr pus sun ast plt""");

    private static final Map<String, String> TWO_LETTERS = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of(code).getISO3Language(), Function.identity(), (first, second) -> first));

    private static final Map<String, Set<String>> SEVERAL = Map.of(
            "zh", Set.of("cmn"),
            "no", Set.of("nob", "nno"),
            "nn", Set.of("nno"),
            "nb", Set.of("nob"),
            "fa", Set.of("fas", "pes"),
            "et", Set.of("est", "ekk"),
            "lv", Set.of("lav", "lvs"),
            "pa", Set.of("pan", "pnb"),
            "mg", Set.of("plt"),
            "ms", Set.of("msa"));

    /**
     * A language by its code.
     *
     * @param code ISO 639-1 or 639-3
     * @throws MalformedAssertion if the detector does not know it
     */
    static Language of(String code) {
        Set<String> codes = SEVERAL.getOrDefault(code, Set.of(threeLetters(code)));
        if (codes.stream().noneMatch(known -> WIDESPREAD.contains(known) || OTHERS.contains(known))) {
            throw new MalformedAssertion(
                    "is must be the code of a language that can be told, such as de or eng, was " + code);
        }
        return new Language(codes);
    }

    /** What a text is compared with that is not in this language. */
    Set<String> rivals() {
        Set<String> rivals = new HashSet<>(WIDESPREAD);
        rivals.removeAll(codes);
        return rivals;
    }

    /** Its name in English. */
    static String name(String code) {
        return Locale.of(TWO_LETTERS.getOrDefault(code, code)).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String threeLetters(String code) {
        return code.length() != 2 || !List.of(Locale.getISOLanguages()).contains(code)
                ? code
                : Locale.of(code).getISO3Language();
    }

    private static Set<String> codes(String codes) {
        return Stream.of(codes.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
