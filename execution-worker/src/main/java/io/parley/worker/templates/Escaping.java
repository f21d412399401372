package io.parley.worker.templates;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How inserted values are made safe for the text around them; what {@code safe} or {@code dump} made is left alone. */
public enum Escaping {
    /** Inserts values as they are. */
    NONE {
        @Override
        void append(StringBuilder out, String value) {
            out.append(value);
        }
    },
    /** Inserts values as the inside of JSON strings. */
    JSON {
        @Override
        void append(StringBuilder out, String value) {
            JsonStringEncoder.getInstance().quoteAsString(value, out);
        }
    },
    /** Percent-encodes values as {@code encodeURIComponent} does, except where they make up scheme and host. */
    URL {
        @Override
        void append(StringBuilder out, String value) {
            out.append(isBeyondHost(out) ? urlEncoded(value) : value);
        }
    };

    abstract void append(StringBuilder out, String value);

    static String urlEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static boolean isBeyondHost(CharSequence url) {
        String text = url.toString();
        int host = text.indexOf("://") + 3;
        return host > 2 && (text.indexOf('/', host) >= 0 || text.indexOf('?', host) >= 0);
    }
}
