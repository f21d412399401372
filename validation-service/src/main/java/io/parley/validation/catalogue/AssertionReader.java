package io.parley.validation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import io.parley.platform.expressions.JsonRules;
import io.parley.platform.expressions.Regex;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads assertions from their form in suite files, and remembers what it compiled. Safe for many threads. */
public final class AssertionReader {

    /** So deep may an assertion stand in groups of assertions, itself counted. */
    static final int DEEPEST = 5;

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
        return read(new Fields(written), 1);
    }

    private Expectation read(Fields fields, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedAssertion("stands deeper than " + DEEPEST + " levels in groups");
        }
        AssertionType type = typeOf(fields);
        try {
            return new Expectation(
                    type.key(),
                    fields.positive(WEIGHT, USUAL_WEIGHT),
                    type.reader().read(fields, new ReadingAt(depth)));
        } catch (InvalidExpression wrong) {
            throw new MalformedAssertion(type.key() + " " + wrong.getMessage());
        }
    }

    /** The name to report of an assertion that {@link #read} refuses. */
    public String nameOf(Map<String, Object> written) {
        List<String> keys = new Fields(written).keys();
        return keys.stream()
                .filter(key -> Catalogue.named(key).isPresent())
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .orElse("assertion");
    }

    private static AssertionType typeOf(Fields fields) {
        List<AssertionType> types = fields.keys().stream()
                .map(Catalogue::named)
                .flatMap(Optional::stream)
                .toList();
        if (types.size() != 1) {
            throw new MalformedAssertion("needs exactly one known assertion, has the keys " + fields.keys());
        }
        AssertionType type = types.getFirst();
        fields.allowOnly(type.comparesText() ? Set.of(type.key(), IGNORE_CASE, WEIGHT) : Set.of(type.key(), WEIGHT));
        return type;
    }

    private record Pattern(String text, boolean ignoreCase) {}

    /** What an assertion of this depth is read with. */
    private final class ReadingAt implements Reading {

        private final int depth;

        ReadingAt(int depth) {
            this.depth = depth;
        }

        @Override
        public Regex regex(String pattern, boolean ignoreCase) {
            return patterns.get(new Pattern(pattern, ignoreCase));
        }

        @Override
        public JsonQuery path(String path) {
            return paths.get(path);
        }

        @Override
        public JsonRules schema(JsonNode schema) {
            return schemas.get(schema);
        }

        @Override
        public JsonNode json(@Nullable Object value) {
            return json.valueToTree(value);
        }

        @Override
        public Expectation expectation(Fields fields) {
            return AssertionReader.this.read(fields, depth + 1);
        }
    }
}
