package io.parley.validation.tools;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.JsonValues;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Reading;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code tool-called}: a tool was called, with at least these arguments.
 *
 * @param arguments of objects a part is enough, of all else the whole must be equal; null takes any
 */
public record CallsTool(String name, @Nullable JsonNode arguments) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("tool-called", """
            {
              "title": "A tool was called",
              "description": "By the calls that the target's setting reports.tool-calls finds. With args, at least one call had at least these arguments; the call may have others.",
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "properties": {
                "name": {"$ref": "#/$defs/text", "title": "Name of the tool"},
                "args": {"title": "Arguments that the call has, among others", "type": "object", "additionalProperties": true}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are name and args"},
              "examples": [{"tool-called": {"name": "lookup_order", "args": {"id": "42"}}}]
            }
            """, (fields, reading) -> of(fields.fields("tool-called"), reading));

    private static CallsTool of(Fields fields, Reading reading) {
        fields.allowOnly(Set.of("name", "args"));
        return new CallsTool(
                fields.wanted("name"),
                fields.has("args") ? reading.json(fields.fields("args").values()) : null);
    }

    @Override
    public Finding check(Subject subject) {
        Calls calls = Calls.of(subject);
        List<JsonNode> called = calls.arguments(name);
        if (called.isEmpty()) {
            return Finding.of(
                    false, calls.instead() + ", not " + Quote.of(name), Map.of("calls", Quote.plain(calls.names())));
        }
        return called.stream()
                .filter(this::matches)
                .findFirst()
                .map(found -> called(subject, found))
                .orElseGet(() -> calledOtherwise(subject, called));
    }

    private boolean matches(JsonNode found) {
        return arguments == null || JsonValues.contains(found, arguments);
    }

    private Finding called(Subject subject, JsonNode found) {
        return Finding.of(true, sentence(subject, found), Map.of("args", Quote.plain(found.toString())));
    }

    private Finding calledOtherwise(Subject subject, List<JsonNode> called) {
        return Finding.of(
                false,
                sentence(subject, called.getFirst()) + Calls.more(called) + ", not with "
                        + Quote.plain(String.valueOf(arguments)),
                Map.of(
                        "args",
                        Quote.plain(called.stream().map(JsonNode::toString).toList())));
    }

    private String sentence(Subject subject, JsonNode found) {
        return subject.name() + " calls " + Quote.of(name) + " with " + Quote.plain(found.toString());
    }
}
