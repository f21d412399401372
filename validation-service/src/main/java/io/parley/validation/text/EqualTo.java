package io.parley.validation.text;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Arrays;
import java.util.Map;

/** {@code equals}: the text is exactly the expected one. */
public record EqualTo(WantedText expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "equals", """
            {
              "title": "The text is exactly this",
              "type": "string",
              "maxLength": 32768,
              "x-messages": {"type": "must be a text; put a number in quotes"},
              "examples": [{"equals": "Sunny.", "ignore-case": true, "weight": 2.5}]
            }
            """, (fields, reading) -> new EqualTo(WantedText.of(fields.text("equals"), fields.ignoreCase())));

    /** A difference beyond this is not in sight of a quotation from the start. */
    private static final int IN_SIGHT = 60;

    @Override
    public Finding check(Subject subject) {
        Map<String, Object> evidence = Map.of("expected", Quote.plain(expected.text()));
        return expected.isWhole(subject)
                ? Finding.of(true, subject.name() + " is " + Quote.of(expected.text()), evidence)
                : Finding.of(false, difference(subject), evidence);
    }

    private String difference(Subject subject) {
        String actual = subject.text(false);
        int at = firstDifference(subject);
        String what = subject.name() + " is not " + Quote.of(expected.text()) + ": ";
        return at <= IN_SIGHT
                ? what + Quote.of(actual)
                : what + "from character " + (at + 1) + " on it is " + Quote.from(actual, at);
    }

    /** In code points; 0 where forms were compared, whose places are not those of the text. */
    private int firstDifference(Subject subject) {
        if (expected.ignoreCase()) {
            return 0;
        }
        int[] wanted = expected.text().codePoints().toArray();
        int[] actual = subject.text(false).codePoints().toArray();
        return Arrays.mismatch(wanted, actual);
    }
}
