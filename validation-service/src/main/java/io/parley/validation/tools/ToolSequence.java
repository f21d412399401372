package io.parley.validation.tools;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code tool-sequence}: tools were called in this order.
 *
 * @param exactly whether no other calls may stand before, between and after them
 */
public record ToolSequence(List<String> names, boolean exactly) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("tool-sequence", """
            {
              "title": "Tools were called in this order",
              "description": "By the calls that the target's setting reports.tool-calls finds. Other calls may stand between them, unless exactly is true.",
              "type": "object",
              "required": ["names"],
              "additionalProperties": false,
              "properties": {
                "names": {"$ref": "#/$defs/texts", "title": "Names of the tools, in order"},
                "exactly": {"title": "Whether there may be no other calls", "type": "boolean", "default": false}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are names and exactly"},
              "examples": [{"tool-sequence": {"names": ["find_order", "refund"], "exactly": true}}]
            }
            """, (fields, reading) -> of(fields.fields("tool-sequence")));

    private static ToolSequence of(Fields fields) {
        fields.allowOnly(Set.of("names", "exactly"));
        return new ToolSequence(fields.allWanted("names"), fields.flag("exactly", false));
    }

    @Override
    public Finding check(Subject subject) {
        Calls calls = Calls.of(subject);
        boolean holds = exactly ? calls.names().equals(names) : held(calls.names()) == names.size();
        String order = (exactly ? " exactly in the order " : " in the order ") + Quote.of(names);
        return Finding.of(
                holds,
                calls.instead() + ", " + (holds ? "that is" : "not") + order,
                Map.of("expected", Quote.plain(names), "calls", Quote.plain(calls.names())));
    }

    /** How many of the names come, one after another. */
    private int held(List<String> called) {
        int held = 0;
        for (String name : called) {
            held += held < names.size() && names.get(held).equals(name) ? 1 : 0;
        }
        return held;
    }
}
