package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;

/** {@code contains-all}: every one of the expected texts is somewhere in the text. */
public record ContainsAll(List<WantedText> expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "contains-all",
            """
            {
              "title": "The text contains every one of these",
              "$ref": "#/$defs/texts",
              "examples": [{"contains-all": ["Berlin", "sunny"]}]
            }
            """,
            (fields, reading) ->
                    new ContainsAll(WantedText.all(fields.allWanted("contains-all"), fields.ignoreCase())));

    @Override
    public Finding check(Subject subject) {
        List<String> missing = expected.stream()
                .filter(wanted -> !wanted.isIn(subject))
                .map(WantedText::text)
                .toList();
        return missing.isEmpty() ? all(subject) : missing(subject, missing);
    }

    private Finding all(Subject subject) {
        List<String> texts = expected.stream().map(WantedText::text).toList();
        return Finding.of(
                true, subject.name() + " contains " + Quote.of(texts), Map.of("expected", Quote.plain(texts)));
    }

    private static Finding missing(Subject subject, List<String> missing) {
        String reason =
                subject.name() + " does not contain " + Quote.of(missing) + ": " + Quote.of(subject.text(false));
        return Finding.of(false, reason, Map.of("missing", Quote.plain(missing)));
    }
}
