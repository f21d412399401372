package io.parley.telemetry.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Goes through a request as JSON without making objects of it, and counts what would become many. */
final class JsonSize {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonSize() {}

    /** Fails with a 413 if there is too much of anything, with the parser's exception if the bytes are no JSON. */
    static void require(byte[] body) throws IOException {
        count(JSON.createParser(body));
    }

    /** As of bytes; for JSON that stands in a string. */
    static void require(String text) throws IOException {
        count(JSON.createParser(text));
    }

    private static void count(JsonParser unread) throws IOException {
        Size size = new Size();
        try (JsonParser parser = unread) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    add(
                            size,
                            token.isStructStart()
                                    ? parser.getParsingContext().getParent()
                                    : parser.getParsingContext());
                }
            }
        }
    }

    /** @param owner of the value */
    private static void add(Size size, JsonStreamContext owner) {
        size.addJsonValue();
        if (!owner.inArray()) {
            return;
        }
        if ("spans".equals(owner.getParent().getCurrentName())) {
            size.addSpan();
        } else {
            size.addPart();
        }
    }
}
