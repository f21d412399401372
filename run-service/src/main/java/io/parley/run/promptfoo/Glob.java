package io.parley.run.promptfoo;

import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.Regex;
import java.util.Optional;

/**
 * Paths with wildcards, as shells have them. Matched by RE2, whose time is known: what matches with going back takes hours for a few
 * asterisks in a long path.
 */
final class Glob {

    private static final String FOLDERS = "**/";

    private final Optional<Regex> pattern;

    /** One that is none, since a bracket is not closed, matches nothing. */
    Glob(String written) {
        this.pattern = compiled(written);
    }

    /** Takes what it costs from this effort. */
    boolean matches(String path, Effort effort) {
        return pattern.flatMap(regex -> regex.find(path, effort)).isPresent();
    }

    private static Optional<Regex> compiled(String written) {
        try {
            return Optional.of(Regex.compile("(?s)\\A" + expression(written) + "\\z", false));
        } catch (InvalidExpression none) {
            return Optional.empty();
        }
    }

    private static String expression(String written) {
        StringBuilder expression = new StringBuilder();
        boolean either = false;
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            if (written.startsWith(FOLDERS, at)) {
                expression.append("(?:[^/]+/)*");
                at += FOLDERS.length() - 1;
            } else if (character == '[' && written.indexOf(']', at + 2) > 0) {
                int end = written.indexOf(']', at + 2);
                expression.append(oneOf(written.substring(at + 1, end)));
                at = end;
            } else {
                either = character == '{' || (either && character != '}');
                expression.append(one(character, either));
            }
        }
        return expression.toString();
    }

    private static String oneOf(String characters) {
        boolean none = characters.startsWith("!") || characters.startsWith("^");
        String listed = (none ? characters.substring(1) : characters).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
        return none ? "[^/" + listed + "]" : "[" + listed + "]";
    }

    private static String one(char character, boolean either) {
        return switch (character) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            case '{' -> "(?:";
            case '}' -> ")";
            case ',' -> either ? "|" : ",";
            case '\\', '.', '+', '(', ')', '|', '^', '$', '[', ']' -> "\\" + character;
            default -> String.valueOf(character);
        };
    }
}
