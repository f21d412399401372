package io.parley.run.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/** Texts of other tools written so that templates leave them as they are. */
public final class Wording {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");
    private static final Pattern OPENING_BRACE = Pattern.compile("\\{(?=[{%#])");

    private Wording() {}

    /** A template that renders as this text. */
    public static String verbatim(String text) {
        return OPENING.matcher(text).replaceAll("{{ '$0' }}");
    }

    /** A text, number, list or map as JavaScript writes it; where a template would open, which only texts have, it is escaped. */
    public static String literal(Object value) {
        try {
            return OPENING_BRACE.matcher(JSON.writeValueAsString(value)).replaceAll("\\\\u007b");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value that is no JSON", impossible);
        }
    }
}
