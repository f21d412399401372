package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;
import io.parley.run.foreign.Wording;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Scripts that compare answers with texts as Botium does. Variables that Botium takes out of answers are taken out again each time,
 * from the answers so far.
 */
final class TextScript {

    private static final Pattern CAPTURED = Pattern.compile(Memory.OPEN + "(\\w+)" + Memory.CLOSE);

    private static final String NORMAL = """
            const normal = (text) =>
              text.replace(/<p[^>]*>/g, " ").replace(/<\\/p>/g, " ").replace(/<br[^>]*>/g, " ").replace(/<[^>]*>/g, "")
                .replace(/[\\x00-\\x1F\\x7F]/g, " ")
                .replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#39;/g, "'").replace(/&quot;/g, '"')
                .replace(/\\s+/g, " ").trim();
            """;

    private static final String AS_IT_IS = "const normal = (text) => text;\n";

    private static final String SHOWN = """
            const shown = (value) =>
              typeof value === "string" ? value : Array.isArray(value) ? value.map(shown).join(",") : JSON.stringify(value);
            """;

    private static final String QUOTED = """
            const quoted = (text) => text.replace(/[-\\\\^$*+?.()|[\\]{}]/g, "\\\\$&");
            """;

    private static final String HEARD = """
            const names = (text) => text.match(/\\$[A-Za-z]\\w+/g) || [];
            const heard = (answer, texts) => {
              const found = {};
              for (const text of texts) {
                const pattern = names(text).reduce((all, name) => all.split(name).join("(\\\\S+)"), open(text));
                const parts = answer.match(pattern) || [];
                names(text).forEach((name, at) => { if (at + 1 < parts.length) found[name] = parts[at + 1]; });
              }
              return found;
            };
            const applied = (text, values) =>
              Object.keys(values).sort((a, b) => b.length - a.length).reduce((all, name) => all.split(name).join(values[name]), text);
            """;

    private final Matching matching;
    private final String normal;

    private TextScript(Matching matching, String normal) {
        this.matching = matching;
        this.normal = normal;
    }

    static TextScript of(Settings settings) {
        return new TextScript(settings.matching(), settings.normalizes() ? NORMAL : AS_IT_IS);
    }

    TextScript matching(Matching other) {
        return new TextScript(other, normal);
    }

    Matching matching() {
        return matching;
    }

    /**
     * That the answer matches one of the texts, or every one, or that it does not.
     *
     * @param here texts that give variables values from this answer, unless they have one
     * @param before texts that gave variables values, by the index of the turn whose answer they were compared with
     */
    ObjectNode match(
            List<String> texts, boolean all, boolean not, List<String> here, Map<Integer, List<String>> before) {
        boolean remembers = !(here.isEmpty() && before.isEmpty())
                && texts.stream().anyMatch(text -> Memory.NAME.matcher(text).find());
        String known = remembers ? remembering(here, before) : "const known = (text) => text;\n";
        String wanted = literal(texts);
        return Expected.script(normal
                + (usesShown(wanted + known) ? SHOWN : "")
                + (usesQuoted(known) ? QUOTED : "")
                + "const matches = " + matching.function() + ";\n" + known
                + "return " + (not ? "!" : "") + wanted + (all ? ".every" : ".some")
                + "((text) => matches(normal(output), known(normal(text))));");
    }

    /** That a captured value matches the text, or does not. */
    ObjectNode matchValue(String variable, String text, boolean not) {
        return Expected.script(SHOWN
                + (usesQuoted("") ? QUOTED : "")
                + "const matches = " + matching.function() + ";\n"
                + "return " + (not ? "!" : "") + "matches(" + value(variable) + ", " + literal(text) + ");");
    }

    /** That a captured value has so many parts, or does not. */
    static ObjectNode countValue(String variable, Count count, boolean not) {
        return Expected.script("const value = {{ " + variable + " | dump }};\nreturn " + (not ? "!" : "")
                + "((value.length || 0) " + count.comparison() + " " + count.number() + ");");
    }

    private static String value(String variable) {
        return "shown({{ " + variable + " | dump }})";
    }

    private boolean usesQuoted(String script) {
        return script.contains("quoted(") || matching.function().contains("quoted(");
    }

    /** A literal in which captured variables stand with their values. */
    static String literal(Object value) {
        return CAPTURED.matcher(Wording.literal(value)).replaceAll("\" + shown({{ $1 | dump }}) + \"");
    }

    private static boolean usesShown(String script) {
        return script.contains("shown(");
    }

    private String remembering(List<String> here, Map<Integer, List<String>> before) {
        StringBuilder script = new StringBuilder("const open = (text) => ")
                .append(matching.isRegexp() ? "text" : "quoted(text).replace(/\\\\\\$/g, \"$\")")
                .append(";\n")
                .append(HEARD)
                .append("const memory = {};\n");
        before.forEach((turn, texts) ->
                script.append("Object.assign(memory, heard(normal(turns[%d].answer), %s.map(normal)));\n"
                        .formatted(turn, literal(texts))));
        return script.append("const values = {...heard(normal(output), ")
                .append(literal(here))
                .append(".map(normal)), ...memory};\nconst known = (text) => applied(text, values);\n")
                .toString();
    }
}
