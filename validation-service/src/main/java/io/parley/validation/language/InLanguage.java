package io.parley.validation.language;

import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code language}: the text is written in this language. Too few letters, or a relative that is nearly as likely, make it
 * UNSURE.
 *
 * @param is its code as the suite has it
 */
public record InLanguage(String is, Language language) implements Question {

    private static final int FEWEST_LETTERS = 20;

    /** A sign of Chinese, Japanese or Korean says about as much as so many letters. */
    private static final int LETTERS_OF_A_SIGN = 4;

    /** By so much one language must be likelier than the next. */
    private static final double CLEARLY = 1.1;

    /** The language of more is told no better. */
    private static final int LONGEST = 2_000;

    private static final int SHOWN = 3;

    public static final AssertionType TYPE =
            AssertionType.of("language", """
            {
              "title": "The text is written in this language",
              "description": "UNSURE below 20 letters, and where a related language is nearly as likely.",
              "type": "object",
              "required": ["is"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be a map such as is: de",
                "additionalProperties": "unknown key {0}; known are is"
              },
              "properties": {
                "is": {
                  "title": "Its code in ISO 639, of two or three letters",
                  "type": "string",
                  "pattern": "^[a-z]{2,3}$",
                  "x-messages": {"pattern": "must be a code of two or three small letters, such as de or eng"}
                }
              },
              "examples": [{"language": {"is": "de"}}]
            }
            """, (fields, reading) -> of(fields.fields("language")));

    private static InLanguage of(Fields fields) {
        fields.allowOnly(Set.of("is"));
        return new InLanguage(fields.text("is"), Language.of(fields.text("is")));
    }

    @Override
    public List<Need<?>> needs(Subject subject) {
        return letters(start(subject)) < FEWEST_LETTERS ? List.of() : List.of(new LanguageOf(start(subject)));
    }

    @Override
    public Finding check(Subject subject, Answers answers) {
        int letters = letters(start(subject));
        return letters < FEWEST_LETTERS
                ? Finding.unsure(
                        subject.name() + " has too few letters to tell its language: " + Quote.of(subject.text(false)),
                        Map.of("letters", letters, "needed", FEWEST_LETTERS))
                : compare(subject, answers.to(new LanguageOf(start(subject))));
    }

    private Finding compare(Subject subject, Likeness likeness) {
        List<String> rivals = likeness.nearest(language.rivals());
        String rival = rivals.getFirst();
        double wanted = likeness.of(language.codes());
        double other = likeness.of(Set.of(rival));
        Map<String, Object> evidence =
                Map.of("expected", is, "share", wanted, "next", rivals.subList(0, SHOWN), "shareOfNext", other);
        if (Math.max(wanted, other) < CLEARLY * Math.min(wanted, other)) {
            return Finding.unsure(
                    subject.name() + " may be " + Language.name(is) + " or " + Language.name(rival) + ": "
                            + Quote.of(subject.text(false)),
                    evidence);
        }
        String reason = wanted > other
                ? subject.name() + " is " + Language.name(is)
                : subject.name() + " is " + Language.name(rival) + ", not " + Language.name(is);
        return Finding.of(wanted > other, reason + ": " + Quote.of(subject.text(false)), evidence);
    }

    private static String start(Subject subject) {
        String text = subject.text(false);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static int letters(String text) {
        return text.codePoints().map(InLanguage::letters).sum();
    }

    private static int letters(int character) {
        if (!Character.isLetter(character)) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> LETTERS_OF_A_SIGN;
            default -> 1;
        };
    }
}
