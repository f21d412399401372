package io.parley.validation.tools;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.JsonRules;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.JsonValues;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Reading;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code tool-args}: a tool was called, and each time with arguments that are just these, or that follow a JSON Schema. */
public record ToolArguments(String name, Wanted wanted) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("tool-args", """
            {
              "title": "Every call of a tool has the right arguments",
              "description": "By the calls that the target's setting reports.tool-calls finds. Fails if the tool was not called.",
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "minProperties": 2,
              "maxProperties": 2,
              "properties": {
                "name": {"$ref": "#/$defs/text", "title": "Name of the tool"},
                "equals": {"title": "The arguments, all of them", "type": "object", "additionalProperties": true},
                "schema": {"title": "A JSON Schema that the arguments follow", "type": "object", "additionalProperties": true, "x-compile": "json-schema"}
              },
              "x-messages": {
                "additionalProperties": "unknown key {0}; known are name, equals and schema",
                "minProperties": "takes equals or schema beside name",
                "maxProperties": "takes equals or schema beside name"
              },
              "examples": [{"tool-args": {"name": "lookup_order", "schema": {"required": ["id"]}}}]
            }
            """, (fields, reading) -> of(fields.fields("tool-args"), reading));

    private static ToolArguments of(Fields fields, Reading reading) {
        fields.allowOnly(Set.of("name", "equals", "schema"));
        if (fields.has("equals") == fields.has("schema")) {
            throw new MalformedAssertion("tool-args takes equals or schema beside name");
        }
        Wanted wanted = fields.has("equals")
                ? new Wanted.Equal(reading.json(fields.fields("equals").values()))
                : new Wanted.Valid(
                        reading.schema(reading.json(fields.fields("schema").values())));
        return new ToolArguments(fields.wanted("name"), wanted);
    }

    @Override
    public Finding check(Subject subject) {
        Calls calls = Calls.of(subject);
        List<JsonNode> called = calls.arguments(name);
        if (called.isEmpty()) {
            return Finding.of(
                    false, calls.instead() + ", not " + Quote.of(name), Map.of("calls", Quote.plain(calls.names())));
        }
        for (JsonNode arguments : called) {
            Optional<String> fault = wanted.fault(arguments, subject.effort());
            if (fault.isPresent()) {
                return finding(false, subject, arguments, ", " + fault.get());
            }
        }
        return finding(true, subject, called.getFirst(), Calls.more(called));
    }

    private Finding finding(boolean right, Subject subject, JsonNode arguments, String rest) {
        String shown = Quote.plain(arguments.toString());
        return Finding.of(
                right, subject.name() + " calls " + Quote.of(name) + " with " + shown + rest, Map.of("args", shown));
    }

    /** What the arguments are to be. */
    sealed interface Wanted {

        /** What is wrong with arguments; nothing if they are right. */
        Optional<String> fault(JsonNode arguments, Effort effort);

        /** Just these. */
        record Equal(JsonNode expected) implements Wanted {

            @Override
            public Optional<String> fault(JsonNode arguments, Effort effort) {
                return JsonValues.equal(arguments, expected)
                        ? Optional.empty()
                        : Optional.of("not " + Quote.plain(expected.toString()));
            }
        }

        /** Whatever the schema accepts. */
        record Valid(JsonRules rules) implements Wanted {

            @Override
            public Optional<String> fault(JsonNode arguments, Effort effort) {
                return rules.violation(arguments, effort)
                        .map(violation -> "which breaks the schema, " + Quote.plain(violation));
            }
        }
    }
}
