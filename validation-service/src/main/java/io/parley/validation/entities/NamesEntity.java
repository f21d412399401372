package io.parley.validation.entities;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code entity}: the text names something of this kind.
 *
 * @param value what it must be, or null for any
 * @param count how many there must be, or null for one or more
 */
public record NamesEntity(
        EntityKind kind, @Nullable String value, @Nullable Integer count) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("entity", """
            {
              "title": "The text names a date, time, number, amount, place or person",
              "description": "Told by patterns and dictionaries for English and German. With a type alone, that it names any.",
              "type": "object",
              "required": ["type"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be a map such as type: date",
                "additionalProperties": "unknown key {0}; known are type, equals and count"
              },
              "properties": {
                "type": {
                  "title": "What it names",
                  "enum": ["date", "time", "number", "amount", "place", "person"]
                },
                "equals": {
                  "title": "What it must be",
                  "description": "In any form that is understood: 6 pm equals 18:00, 3 May 2025 equals 2025-05-03.",
                  "type": ["string", "number"],
                  "minLength": 1,
                  "maxLength": 1000
                },
                "count": {
                  "title": "How many of them it names",
                  "type": "integer",
                  "minimum": 0
                }
              },
              "examples": [{"entity": {"type": "date", "equals": "2025-05-03"}}]
            }
            """, (fields, reading) -> of(fields.fields("entity")));

    /** Nobody names what matters behind so many characters. */
    private static final int LONGEST = 1 << 16;

    private static NamesEntity of(Fields fields) {
        fields.allowOnly(Set.of("type", "equals", "count"));
        EntityKind kind = EntityKind.of(fields.text("type"));
        return new NamesEntity(
                kind,
                fields.has("equals") ? value(kind, fields) : null,
                fields.has("count") ? fields.count("count") : null);
    }

    private static String value(EntityKind kind, Fields fields) {
        if (fields.value("equals") instanceof Number number) {
            return Numbers.plain(new BigDecimal(number.toString()));
        }
        String written = fields.wanted("equals");
        if (written.length() > LONGEST) {
            throw new MalformedAssertion("equals is too long");
        }
        List<Entity> found = kind.find(written);
        return found.size() == 1 ? found.getFirst().value() : written;
    }

    @Override
    public Finding check(Subject subject) {
        String text = subject.text(false);
        List<Entity> found = kind.find(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        long matching = found.stream().filter(this::isMeant).count();
        boolean holds = count == null ? matching > 0 : matching == count;
        return Finding.of(
                holds,
                says(subject, found) + (holds ? "" : wanted()) + ": " + Quote.of(text),
                Map.of("type", kind.word(), "found", values(found), "count", matching));
    }

    private boolean isMeant(Entity entity) {
        return value == null || TextForms.fold(value).equals(TextForms.fold(entity.value()));
    }

    private String says(Subject subject, List<Entity> found) {
        return found.isEmpty()
                ? subject.name() + " names no " + kind.word()
                : subject.name() + " names the " + kind.word() + (found.size() == 1 ? " " : "s ")
                        + Quote.of(found.stream().map(Entity::value).toList());
    }

    private String wanted() {
        String what = value == null ? "" : " " + Quote.of(value);
        return count == null ? (value == null ? "" : ", not" + what) : ", not" + what + " " + times(count);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static List<String> values(List<Entity> found) {
        return Quote.plain(found.stream().map(Entity::value).toList());
    }
}
