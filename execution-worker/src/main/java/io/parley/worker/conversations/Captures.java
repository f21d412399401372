package io.parley.worker.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.parley.worker.BrokenOff;
import io.parley.worker.http.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes values out of answers by JSONPath, the first match of each. Paths that could take longer than a walk through
 * the answer are refused, since they are evaluated on an event loop.
 */
@ApplicationScoped
class Captures {

    private static final int MAX_LENGTH = 256;
    private static final int MAX_KEPT = 1_000;
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private final ObjectMapper json;
    private final Configuration configuration;
    private final Map<String, JsonPath> kept = new ConcurrentHashMap<>();

    Captures(ObjectMapper json) {
        this.json = json;
        this.configuration = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider(json))
                .mappingProvider(new JacksonMappingProvider(json))
                .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
                .build();
    }

    /** The value at the path as templates have it; fails with {@link BrokenOff} when there is none. */
    Object capture(String path, JsonBody body) {
        JsonPath compiled = compiled(path);
        JsonNode found = matches(path, compiled, body.tree()).path(0);
        if (found.isMissingNode() || found.isNull()) {
            throw new BrokenOff(
                    "capture-missing",
                    "the answer has nothing to capture at %s; it begins with: %s".formatted(path, body.excerpt()));
        }
        return value(found);
    }

    private JsonNode matches(String path, JsonPath compiled, JsonNode tree) {
        try {
            return compiled.read(tree, configuration);
        } catch (JsonPathException unfit) {
            throw invalid(path, "it does not fit the answer");
        }
    }

    private Object value(JsonNode found) {
        try {
            return json.treeToValue(found, Object.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonPath compiled(String path) {
        JsonPath known = kept.get(path);
        if (known != null) {
            return known;
        }
        requireQuick(path);
        JsonPath compiled = compile(path);
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(path, compiled);
        return compiled;
    }

    private static JsonPath compile(String path) {
        try {
            return JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException malformed) {
            throw invalid(path, "it is no JSONPath; it must look like $.reply.date");
        }
    }

    /** Regular expressions, unions and nested searches can each take a time that explodes with their length. */
    private static void requireQuick(String path) {
        String bare = QUOTED.matcher(path).replaceAll("''");
        boolean searchesTwice = bare.indexOf("..") != bare.lastIndexOf("..");
        boolean rootTwice = bare.indexOf('$') != bare.lastIndexOf('$');
        if (path.length() > MAX_LENGTH || bare.contains("=~") || bare.contains(",") || searchesTwice || rootTwice) {
            throw invalid(
                    path,
                    "captures take up to %d characters with one '..', without '=~', ',' and a second '$'"
                            .formatted(MAX_LENGTH));
        }
    }

    private static BrokenOff invalid(String path, String problem) {
        return new BrokenOff("capture-invalid", "the capture '%s' cannot be used: %s".formatted(path, problem));
    }
}
