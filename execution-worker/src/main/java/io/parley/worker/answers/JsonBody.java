package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.worker.BrokenOff;
import io.parley.worker.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** The body of a response, parsed when something in it is looked for, free of the target's secrets. */
public final class JsonBody implements ResponseBody {

    private static final int EXCERPT = 200;

    private final String text;
    private final ObjectReader reader;
    private final Secrets secrets;
    private @Nullable JsonNode tree;

    /** @param secrets of the target, which are taken out */
    public JsonBody(String text, ObjectReader reader, Secrets secrets) {
        this.text = text;
        this.reader = reader;
        this.secrets = secrets;
    }

    /** A body that holds no secrets of a target. */
    public static JsonBody of(String text, ObjectReader reader) {
        return new JsonBody(text, reader, Secrets.NONE);
    }

    @Override
    public String text() {
        return secrets.redact(text);
    }

    @Override
    public String excerpt() {
        return excerpt(text());
    }

    /** How a text begins, on one line, for people. */
    public static String excerpt(String text) {
        String clean = text.strip().replaceAll("\\s+", " ");
        return clean.length() > EXCERPT ? clean.substring(0, EXCERPT) + "…" : clean;
    }

    @Override
    public JsonNode tree() {
        if (tree == null) {
            tree = secrets.redact(parse());
        }
        return tree;
    }

    /** The parsed body, or the missing node when it is no JSON. */
    JsonNode treeOrMissing() {
        try {
            return tree();
        } catch (BrokenOff notJson) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode parse() {
        try {
            JsonNode parsed = reader.readTree(text);
            if (parsed.isMissingNode()) {
                throw AnswerFailures.notJson(excerpt());
            }
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw AnswerFailures.notJson(excerpt());
        }
    }
}
