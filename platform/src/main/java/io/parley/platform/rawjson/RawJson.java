package io.parley.platform.rawjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON object as its text. Where the reader knows the bytes it reads ({@link #readerOf}) the text is copied out of
 * them, whatever is in it; elsewhere it is read and written anew.
 */
public final class RawJson extends StdDeserializer<String> {

    /** The attribute of a reader that has all the bytes that are read. */
    private static final Object SOURCE = RawJson.class;

    private static final long serialVersionUID = 1;

    public RawJson() {
        super(String.class);
    }

    /** The reader for exactly these bytes: what of them stays JSON is copied out of them. */
    public static ObjectReader readerOf(byte[] json, ObjectReader reader) {
        return reader.withAttribute(SOURCE, json);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return (String) context.handleUnexpectedToken(String.class, json);
        }
        return context.getAttribute(SOURCE) instanceof byte[] source
                ? cutOut(source, json)
                : context.readTree(json).toString();
    }

    private static String cutOut(byte[] source, JsonParser json) throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        return new String(source, from, to - from, StandardCharsets.UTF_8);
    }
}
