package io.parley.validation.meaning;

import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code similar}: the text means nearly the same as one of the expected ones. Its score is the cosine of the angle between
 * their embeddings, 0 where that is negative; of several the nearest counts.
 *
 * @param atLeast the score from which it passes, 0 to 1
 */
public record Similar(List<String> to, double atLeast) implements Question {

    /** Between what is on the same topic and what says the same, for the model inside this service: docs/meaning.md. */
    static final double USUAL_THRESHOLD = 0.75;

    public static final AssertionType TYPE =
            AssertionType.of("similar", """
            {
              "title": "The text means nearly the same as this",
              "description": "By the cosine of sentence embeddings. English only; does not tell a statement from its negation, from another number or from swapped roles.",
              "type": "object",
              "required": ["to"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be a map such as to: It is sunny",
                "additionalProperties": "unknown key {0}; known are to and at-least"
              },
              "properties": {
                "to": {
                  "title": "The text to compare with, or a list of texts of which the nearest counts",
                  "anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/texts"}]
                },
                "at-least": {
                  "title": "The cosine from which it passes",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "default": 0.75
                }
              },
              "examples": [{"similar": {"to": "It is sunny in Berlin", "at-least": 0.8}}]
            }
            """, (fields, reading) -> of(fields.fields("similar")));

    private static Similar of(Fields fields) {
        fields.allowOnly(Set.of("to", "at-least"));
        List<String> to = fields.value("to") instanceof List<?> ? fields.allWanted("to") : List.of(fields.wanted("to"));
        if (to.stream().anyMatch(String::isBlank)) {
            throw new MalformedAssertion("to compares with a blank text; are its variables empty?");
        }
        return new Similar(to, fields.share("at-least", USUAL_THRESHOLD));
    }

    @Override
    public List<Need<?>> needs(Subject subject) {
        String text = subject.text(false);
        return text.isBlank()
                ? List.of()
                : Stream.concat(Stream.of(text), to.stream())
                        .<Need<?>>map(MeaningOf::new)
                        .toList();
    }

    @Override
    public Finding check(Subject subject, Answers answers) {
        String text = subject.text(false);
        if (text.isBlank()) {
            return Finding.of(false, subject.name() + " is blank: " + Quote.of(text), Map.of("atLeast", atLeast));
        }
        Meaning meaning = answers.to(new MeaningOf(text));
        List<Double> cosines = new ArrayList<>();
        for (String expected : to) {
            cosines.add(meaning.cosine(answers.to(new MeaningOf(expected))));
        }
        return finding(subject, meaning, cosines);
    }

    private Finding finding(Subject subject, Meaning meaning, List<Double> cosines) {
        int nearest = nearest(cosines);
        double score = Math.max(0, cosines.get(nearest));
        String reason = String.format(
                Locale.ROOT,
                "%s is similar to %s by %.3f, at least %s was expected: %s%s",
                subject.name(),
                Quote.of(to.get(nearest)),
                score,
                atLeast,
                Quote.of(subject.text(false)),
                meaning.isWhole() ? "" : "; only its beginning was compared");
        return Finding.scored(score, atLeast, reason, evidence(meaning, to.get(nearest), cosines));
    }

    private Map<String, Object> evidence(Meaning meaning, String nearest, List<Double> cosines) {
        return Map.of(
                "nearest",
                Quote.plain(nearest),
                "atLeast",
                atLeast,
                "cosines",
                List.copyOf(cosines),
                "compared",
                meaning.isWhole() ? "all of it" : "its beginning");
    }

    private static int nearest(List<Double> cosines) {
        int nearest = 0;
        for (int each = 1; each < cosines.size(); each++) {
            if (cosines.get(each) > cosines.get(nearest)) {
                nearest = each;
            }
        }
        return nearest;
    }
}
