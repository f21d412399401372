package io.parley.validation.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import io.parley.platform.expressions.JsonRules;
import io.parley.platform.expressions.Regex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads assertions from their form in suite files, and remembers what it compiled. Safe for many threads. */
public final class AssertionReader {

    private static final String IGNORE_CASE = "ignore-case";
    private static final String WEIGHT = "weight";
    private static final double USUAL_WEIGHT = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final Memo<Pattern, Regex> patterns =
            new Memo<>(pattern -> Regex.compile(pattern.text(), pattern.ignoreCase()));
    private final Memo<String, JsonQuery> paths = new Memo<>(JsonQuery::compile);
    private final Memo<JsonNode, JsonRules> schemas = new Memo<>(JsonRules::compile);

    /**
     * Reads one assertion, its templates rendered.
     *
     * @throws MalformedAssertion if it is not of the form that the suite's JSON Schema describes, or its pattern, path or
     *     schema is none
     */
    public Expectation read(Map<String, Object> written) {
        Fields fields = new Fields(written);
        AssertionType type = typeOf(fields);
        try {
            return new Expectation(type.key(), fields.positive(WEIGHT, USUAL_WEIGHT), assertion(type, fields));
        } catch (InvalidExpression wrong) {
            throw new MalformedAssertion(type.key() + " " + wrong.getMessage());
        }
    }

    /** The name to report of an assertion that {@link #read} refuses. */
    public String nameOf(Map<String, Object> written) {
        List<String> keys = new Fields(written).keys();
        return keys.stream()
                .filter(key -> AssertionType.named(key).isPresent())
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .orElse("assertion");
    }

    private static AssertionType typeOf(Fields fields) {
        List<AssertionType> types = fields.keys().stream()
                .map(AssertionType::named)
                .flatMap(Optional::stream)
                .toList();
        if (types.size() != 1) {
            throw new MalformedAssertion("needs exactly one known assertion, has the keys " + fields.keys());
        }
        AssertionType type = types.getFirst();
        fields.allowOnly(type.comparesText() ? Set.of(type.key(), IGNORE_CASE, WEIGHT) : Set.of(type.key(), WEIGHT));
        return type;
    }

    private Assertion assertion(AssertionType type, Fields fields) {
        String key = type.key();
        boolean ignoreCase = fields.flag(IGNORE_CASE, false);
        return switch (type) {
            case EQUALS -> new EqualTo(WantedText.of(fields.text(key), ignoreCase));
            case CONTAINS -> new Contains(WantedText.of(fields.wanted(key), ignoreCase));
            case CONTAINS_ANY -> new ContainsAny(WantedText.all(fields.allWanted(key), ignoreCase));
            case CONTAINS_ALL -> new ContainsAll(WantedText.all(fields.allWanted(key), ignoreCase));
            case STARTS_WITH -> new StartsWith(WantedText.of(fields.wanted(key), ignoreCase));
            case REGEX -> regex(new Pattern(fields.wanted(key), ignoreCase));
            case IS_JSON -> isJson(fields.flag(key, false));
            case JSON_PATH -> path(fields.fields(key));
            case JSON_SCHEMA -> schema(fields.fields(key));
            case LATENCY -> latency(fields.fields(key));
            case NOT -> not(fields.fields(key));
        };
    }

    private Assertion regex(Pattern pattern) {
        return new MatchesRegex(pattern.text(), patterns.get(pattern));
    }

    private static Assertion isJson(boolean wanted) {
        if (!wanted) {
            throw new MalformedAssertion("is-json must be true");
        }
        return new IsJson();
    }

    private Assertion path(Fields fields) {
        fields.allowOnly(Set.of("path", "exists", "equals", "count"));
        String path = fields.text("path");
        return new MatchesPath(path, paths.get(path), pathRule(fields));
    }

    private PathRule pathRule(Fields fields) {
        if (fields.keys().size() > 2) {
            throw new MalformedAssertion("json-path takes one of exists, equals and count beside path");
        }
        if (fields.has("equals")) {
            return new PathRule.Equal(json.valueToTree(fields.value("equals")));
        }
        return fields.has("count")
                ? new PathRule.Count(fields.count("count"))
                : new PathRule.Exists(fields.flag("exists", true));
    }

    private Assertion schema(Fields fields) {
        JsonNode schema = json.valueToTree(fields.values());
        return new MatchesSchema(schemas.get(schema));
    }

    private static Assertion latency(Fields fields) {
        fields.allowOnly(Set.of("at-most", "of"));
        return new InTime(fields.duration("at-most"), fields.has("of") ? span(fields.text("of")) : null);
    }

    private static Span span(String name) {
        return switch (name) {
            case "turn" -> Span.TURN;
            case "total" -> Span.TOTAL;
            default -> throw new MalformedAssertion("of must be turn or total");
        };
    }

    private Assertion not(Fields fields) {
        AssertionType type = typeOf(fields);
        if (type == AssertionType.NOT || fields.has(WEIGHT)) {
            throw new MalformedAssertion("not takes no other not and no weight inside");
        }
        return new Not(assertion(type, fields));
    }

    private record Pattern(String text, boolean ignoreCase) {}
}
