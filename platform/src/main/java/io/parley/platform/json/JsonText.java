package io.parley.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON object as its text. Where the reader knows the bytes it reads ({@link WireFormat#readerOf}) the text is copied out of
 * them, whatever is in it; elsewhere it is read and written anew.
 */
final class JsonText extends StdDeserializer<String> {

    /** The attribute of a reader that has all the bytes that are read. */
    static final Object SOURCE = JsonText.class;

    private static final long serialVersionUID = 1;

    JsonText() {
        super(String.class);
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
