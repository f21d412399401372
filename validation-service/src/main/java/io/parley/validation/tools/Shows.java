package io.parley.validation.tools;

import io.parley.contracts.Report;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Range;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code buttons}, {@code cards}, {@code media}: what the target shows beside its words.
 *
 * @param report which of the three
 * @param include texts that are to be among them
 * @param exactly all of them, in order; null if that is not asked
 * @param count how many there are to be; null if that is not asked
 */
public record Shows(
        Report report,
        List<String> include,
        @Nullable List<String> exactly,
        @Nullable Range count) implements Rule {

    public static final AssertionType BUTTONS =
            AssertionType.of("buttons", """
            {
              "title": "The buttons that the target offers",
              "description": "Their texts, as the target's setting reports.buttons finds them; of a conversation, those of all answers.",
              "$ref": "#/$defs/shown",
              "examples": [{"buttons": {"include": ["Yes", "No"]}}]
            }
            """, (fields, reading) -> of(Report.BUTTONS, fields.fields("buttons")));

    public static final AssertionType CARDS =
            AssertionType.of("cards", """
            {
              "title": "The cards that the target shows",
              "description": "Their titles, as the target's setting reports.cards finds them; of a conversation, those of all answers.",
              "$ref": "#/$defs/shown",
              "examples": [{"cards": {"exactly": ["Berlin"], "count": {"exact": 1}}}]
            }
            """, (fields, reading) -> of(Report.CARDS, fields.fields("cards")));

    public static final AssertionType MEDIA =
            AssertionType.of("media", """
            {
              "title": "The pictures, sounds and videos that the target shows",
              "description": "Their addresses or types, as the target's setting reports.media finds them; of a conversation, those of all answers.",
              "$ref": "#/$defs/shown",
              "examples": [{"media": {"count": {"min": 1}}}]
            }
            """, (fields, reading) -> of(Report.MEDIA, fields.fields("media")));

    private static Shows of(Report report, Fields fields) {
        fields.allowOnly(Set.of("include", "exactly", "count"));
        if (fields.keys().isEmpty()) {
            throw new MalformedAssertion(report.key() + " needs include, exactly or count");
        }
        return new Shows(
                report,
                fields.has("include") ? fields.allWanted("include") : List.of(),
                fields.has("exactly") ? fields.texts("exactly") : null,
                fields.has("count") ? Range.of(fields.fields("count")) : null);
    }

    @Override
    public Finding check(Subject subject) {
        List<String> shown = subject.reports().shown(report);
        Finding counted = count == null ? included(subject, shown) : count.finding(shown.size(), told(subject, shown));
        return switch (counted.verdict()) {
            case PASS -> included(subject, shown);
            case FAIL, ERROR, UNSURE -> counted;
        };
    }

    private Finding included(Subject subject, List<String> shown) {
        Set<String> all = new HashSet<>(shown);
        List<String> missing =
                include.stream().filter(text -> !all.contains(text)).toList();
        boolean same = exactly == null || exactly.equals(shown);
        String fault = missing.isEmpty() ? same ? "" : ", not exactly " + wanted() : ", not " + Quote.of(missing);
        return Finding.of(fault.isEmpty(), told(subject, shown) + fault, Map.of("found", Quote.plain(shown)));
    }

    private String wanted() {
        return exactly == null || exactly.isEmpty() ? "none" : Quote.of(exactly);
    }

    private String told(Subject subject, List<String> shown) {
        return subject.name() + " shows "
                + (shown.isEmpty()
                        ? "no " + report.key() + subject.reports().source(report)
                        : "the " + report.key() + " " + Quote.of(shown));
    }
}
