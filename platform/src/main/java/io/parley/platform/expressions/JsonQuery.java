package io.parley.platform.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSONPath: names, indexes, slices, wildcards, descendants, and filters that compare with {@code == != < <= > >=} and
 * join with {@code && || !}. What goes beyond, the library's functions and operators, is refused: among them are some
 * that change the document, run backtracking regular expressions, or cost the square of the document. Safe for many
 * threads.
 */
public final class JsonQuery {

    private static final Pattern SYNTAX = syntax();

    private final JsonPath path;

    private JsonQuery(JsonPath path) {
        this.path = path;
    }

    /** Compiles a path; anything else is an {@link InvalidExpression}. */
    public static JsonQuery compile(String path) {
        if (!SYNTAX.matches(path)) {
            throw new InvalidExpression(
                    "is no JSONPath of $, .name, ['name'], [0], [0:2], [*], ..name and filters such as"
                            + " [?(@.price < 10 && @.name == 'x')]");
        }
        try {
            return new JsonQuery(JsonPath.compile(path));
        } catch (InvalidPathException wrong) {
            throw new InvalidExpression("is no JSONPath: " + wrong.getMessage());
        }
    }

    /** Whether the path can find one value at most, whatever the document. */
    public boolean isSingular() {
        return path.isDefinite();
    }

    /** The values that the path finds, in document order; a null that is there is one of them. */
    public List<JsonNode> find(JsonNode document, Effort effort) {
        Configuration configuration = Configuration.builder()
                .jsonProvider(new CountedDocument(effort))
                .mappingProvider(new JacksonMappingProvider())
                .options(Option.ALWAYS_RETURN_LIST)
                .build();
        try {
            JsonNode found = path.read(document, configuration);
            List<JsonNode> values = new ArrayList<>(found.size());
            found.forEach(values::add);
            return values;
        } catch (PathNotFoundException nothing) {
            return List.of();
        } catch (StackOverflowError tooDeep) {
            throw new TooCostly();
        }
    }

    private static Pattern syntax() {
        String name = "[\\pL_][\\pL\\pN_-]*";
        String text = "(?:'[^'\\\\]*'|\"[^\"\\\\]*\")";
        String index = "-?[0-9]{1,9}";
        String slice = "(?:" + index + ")?:(?:" + index + ")?";
        String local = "@(?:\\." + name + "|\\[" + text + "]|\\[" + index + "])*";
        String literal = text + "|-?[0-9]{1,15}(?:\\.[0-9]{1,15})?|true|false|null";
        String filter = "\\?\\((?:\\s|" + local + "|" + literal + "|==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\))+\\)";
        String bracket = "\\[(?:" + text + "|" + index + "(?:," + index + ")*|" + slice + "|\\*|" + filter + ")]";
        return Pattern.compile("\\$(?:\\.{0,2}" + bracket + "|\\.{1,2}(?:" + name + "|\\*))*");
    }
}
