package io.parley.run.promptfoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of promptfoo, which are Nunjucks as Parley's are. */
final class TemplateText {

    private static final Pattern OUTPUT = Pattern.compile("\\{\\{([^-].*?[^-])}}", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);
    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{[{%][^}]*\\benv\\s*[.\\[]\\s*['\"]?(\\w+)");

    /** No text of a suite is longer; searching one that is would take long. */
    private static final int LONGEST = 32_768;

    private TemplateText() {}

    static boolean isTemplate(String text) {
        return OPENING.matcher(text).find();
    }

    /** The environment variable that a template inserts; a platform has none for its suites. */
    static Optional<String> environment(String text) {
        Matcher found = ENVIRONMENT.matcher(text);
        return text.length() <= LONGEST && found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** A text that no template engine touches. */
    static String literal(String text) {
        return isTemplate(text) ? "{% raw %}" + text + "{% endraw %}" : text;
    }

    /**
     * An expression of templates with the value of this template, so that a filter can be put to the whole of it. Only of texts and
     * outputs: one with statements, or that trims, has none.
     */
    static Optional<String> expression(String template) {
        if (template.length() > LONGEST) {
            return Optional.empty();
        }
        String source = COMMENT.matcher(template).replaceAll("");
        List<String> parts = new ArrayList<>();
        Matcher output = OUTPUT.matcher(source);
        int end = 0;
        while (output.find()) {
            text(source.substring(end, output.start()), parts);
            parts.add("(" + output.group(1).strip() + " | default(\"\"))");
            end = output.end();
        }
        text(source.substring(end), parts);
        boolean whole = parts.stream().noneMatch(part -> part.startsWith("\"") && isTemplate(part));
        parts.add("\"\""); // makes a text of a single value
        return whole ? Optional.of("(" + String.join(" ~ ", parts) + ")") : Optional.empty();
    }

    private static void text(String text, List<String> parts) {
        if (!text.isEmpty()) {
            parts.add(quoted(text));
        }
    }

    /** Without the characters that would end the output it stands in. */
    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("}}", "}\" ~ \"}")
                .replace("%}", "%\" ~ \"}");
        return "\"" + escaped + "\"";
    }
}
