package io.parley.validation.structure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.expressions.JsonQuery;
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
import java.util.Set;
import java.util.stream.Collectors;

/** {@code json-path}: what a path finds in the answer is as expected. */
public record MatchesPath(String path, JsonQuery query, PathRule rule) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("json-path", """
            {
              "title": "What a JSONPath finds in the answer",
              "description": "With a path alone, that it finds anything at all.",
              "type": "object",
              "required": ["path"],
              "additionalProperties": false,
              "maxProperties": 2,
              "properties": {
                "path": {"$ref": "#/$defs/path"},
                "exists": {
                  "title": "Whether the path finds anything",
                  "description": "A null that is there counts as found.",
                  "type": "boolean"
                },
                "equals": {
                  "title": "The value that the path finds",
                  "description": "Any JSON value; 1 equals 1.0, the order of keys does not matter. A path that finds several values is compared as the list of them."
                },
                "count": {
                  "title": "How many values the path finds",
                  "description": "$.items finds one list; $.items[*] finds its elements.",
                  "type": "integer",
                  "minimum": 0
                }
              },
              "x-messages": {
                "additionalProperties": "unknown key {0}; known are path, exists, equals and count",
                "maxProperties": "takes one of exists, equals and count beside path"
              },
              "examples": [{"json-path": {"path": "$.date", "equals": null}}]
            }
            """, (fields, reading) -> of(fields.fields("json-path"), reading));

    private static final int SHOWN = 3;

    private static MatchesPath of(Fields fields, Reading reading) {
        fields.allowOnly(Set.of("path", "exists", "equals", "count"));
        String path = fields.text("path");
        return new MatchesPath(path, reading.path(path), rule(fields, reading));
    }

    private static PathRule rule(Fields fields, Reading reading) {
        if (fields.keys().size() > 2) {
            throw new MalformedAssertion("json-path takes one of exists, equals and count beside path");
        }
        if (fields.has("equals")) {
            return new PathRule.Equal(reading.json(fields.value("equals")));
        }
        return fields.has("count")
                ? new PathRule.Count(fields.count("count"))
                : new PathRule.Exists(fields.flag("exists", true));
    }

    @Override
    public Finding check(Subject subject) {
        return subject.json()
                .map(document -> check(subject, query.find(document, subject.effort())))
                .orElseGet(() -> IsJson.no(subject));
    }

    private Finding check(Subject subject, List<JsonNode> found) {
        return switch (rule) {
            case PathRule.Exists(boolean wanted) ->
                Finding.of(found.isEmpty() != wanted, has(subject, found), evidence(found));
            case PathRule.Equal(JsonNode expected) -> equal(subject, found, expected);
            case PathRule.Count(int expected) -> count(subject, found, expected);
        };
    }

    private Finding equal(Subject subject, List<JsonNode> found, JsonNode expected) {
        boolean single = found.size() == 1 && JsonValues.equal(found.getFirst(), expected);
        boolean equal = single || (!query.isSingular() && JsonValues.equal(JsonValues.list(found), expected));
        String reason = equal ? has(subject, found) : has(subject, found) + ", not " + show(expected);
        return Finding.of(equal, reason, evidence(found));
    }

    private Finding count(Subject subject, List<JsonNode> found, int expected) {
        boolean equal = found.size() == expected;
        String reason = path + " finds " + values(found.size()) + " in " + subject.jsonName()
                + (equal ? "" : ", not " + expected + hint(found));
        return Finding.of(equal, reason, Map.of("path", path, "count", found.size()));
    }

    private String hint(List<JsonNode> found) {
        return query.isSingular() && !found.isEmpty() && found.getFirst().isArray()
                ? "; " + path + "[*] finds the " + found.getFirst().size() + " elements of this list"
                : "";
    }

    private String has(Subject subject, List<JsonNode> found) {
        return switch (found.size()) {
            case 0 -> subject.jsonName() + " has no " + path + ": " + Quote.of(subject.jsonText());
            case 1 -> path + " is " + show(found.getFirst());
            default -> path + " finds " + values(found.size()) + ", " + showFirst(found);
        };
    }

    private Map<String, Object> evidence(List<JsonNode> found) {
        return found.isEmpty()
                ? Map.of("path", path, "count", 0)
                : Map.of(
                        "path", path,
                        "count", found.size(),
                        "found", show(found.getFirst()));
    }

    /** Not all of them: each can hold the next, so that all together are far larger than the answer. */
    private static String showFirst(List<JsonNode> found) {
        String first = found.stream().limit(SHOWN).map(MatchesPath::show).collect(Collectors.joining(","));
        return found.size() <= SHOWN ? "[" + first + "]" : "[" + first + ",…]";
    }

    private static String show(JsonNode value) {
        return Quote.plain(value.toString());
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }
}
