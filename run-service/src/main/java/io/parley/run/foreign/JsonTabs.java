package io.parley.run.foreign;

/** JSON may have tabs between its tokens; the YAML parser takes only some of them, though YAML allows them too. */
public final class JsonTabs {

    private JsonTabs() {}

    /** The text with spaces for the tabs outside strings if it is a JSON object, else the text itself. */
    public static String replaced(String text) {
        if (!text.stripLeading().startsWith("{") || text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text);
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == '\\' && quoted) {
                index++;
            } else if (character == '\t' && !quoted) {
                replaced.setCharAt(index, ' ');
            }
        }
        return replaced.toString();
    }
}
