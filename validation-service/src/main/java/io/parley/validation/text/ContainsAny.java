package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;

/** {@code contains-any}: at least one of the expected texts is somewhere in the text. */
public record ContainsAny(List<WantedText> expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "contains-any",
            """
            {
              "title": "The text contains at least one of these",
              "$ref": "#/$defs/texts",
              "examples": [{"contains-any": ["sun", "rain"]}]
            }
            """,
            (fields, reading) ->
                    new ContainsAny(WantedText.all(fields.allWanted("contains-any"), fields.ignoreCase())));

    @Override
    public Finding check(Subject subject) {
        return expected.stream()
                .filter(wanted -> wanted.isIn(subject))
                .findFirst()
                .map(found -> found(subject, found))
                .orElseGet(() -> none(subject));
    }

    private static Finding found(Subject subject, WantedText found) {
        String reason = subject.name() + " contains " + Quote.of(found.text());
        return Finding.of(true, reason, Map.of("found", Quote.plain(found.text())));
    }

    private Finding none(Subject subject) {
        List<String> texts = expected.stream().map(WantedText::text).toList();
        String reason = subject.name() + " contains none of " + Quote.of(texts) + ": " + Quote.of(subject.text(false));
        return Finding.of(false, reason, Map.of("expected", Quote.plain(texts)));
    }
}
