package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript for the sandbox that does what promptfoo does with an answer: puts it through the transforms, then looks at it. It sees what
 * promptfoo's scripts see, {@code output} and {@code context}, as far as that is known here.
 */
final class Script {

    private static final Pattern DECLARATION = Pattern.compile("(const|let|var)\\s.*", Pattern.DOTALL);

    private static final String OWN = """
            const scored = (score) => Math.min(1, Math.max(0, score));
            let said;
            try {
              said = judge(given, context);
            } catch (error) {
              if (error instanceof ReferenceError) throw error;
              return { pass: false, score: 0, reason: "the script throws " + error };
            }
            if (said !== null && typeof said === "object" && typeof said.then === "function") throw new Error("promises are not to be had");
            if (typeof said === "boolean") return said !== inverse;
            if (typeof said === "number") {
              const pass = (threshold === null ? said > 0 : said >= threshold) !== inverse;
              return { pass, score: scored(said) || 0, reason: "the script returns " + said };
            }
            if (said !== null && typeof said === "object" && typeof said.pass === "boolean" && typeof said.score === "number") {
              return { pass: said.pass !== inverse, score: scored(said.score) || 0, reason: String(said.reason) };
            }
            return { pass: false, score: 0, reason: "the script returns neither true or false nor a number nor {pass, score, reason}" };
            """;

    private final Values values;
    private final List<String> transforms;

    /** @param transforms functions of an answer and the context, as JavaScript */
    Script(Values values, List<String> transforms) {
        this.values = values;
        this.transforms = transforms;
    }

    /** A script of this application's, over the assertion's value; nothing if that has no form in JavaScript. */
    Optional<String> of(String type, JsonNode wanted, @Nullable Double threshold) {
        return literal(wanted)
                .map(value -> values.in(given()
                        + "const text = typeof given === \"string\" ? given : JSON.stringify(given);\n"
                        + "const wanted = " + value + ";\n"
                        + "const threshold = " + threshold + ";\n"
                        + Scripts.body(type)));
    }

    /** A script of the suite's. */
    String of(String function, boolean inverse, @Nullable Double threshold) {
        return values.in(context() + given() + "const inverse = " + inverse + ";\nconst threshold = " + threshold
                + ";\nconst judge = " + function + ";\n" + OWN);
    }

    /** A function of the code in one line, which is an expression or declarations before one, or in many, which return. */
    static String function(String code) {
        String trimmed = code.stripTrailing();
        return "(function (output, context) {\n" + (trimmed.contains("\n") ? trimmed : returning(trimmed)) + "\n})";
    }

    /** A function that a module exports. */
    static String module(String code, String name) {
        String exported = code.replaceAll("(?m)^export\\s+default\\s+", "module.exports = ")
                .replaceAll("(?m)^export\\s+function\\s+(\\w+)", "exports.$1 = function $1");
        return TemplateText.literal(
                "(function (output, context) {\nconst module = { exports: {} };\nlet exports = module.exports;\n"
                        + exported + "\nconst all = module.exports;\n"
                        + "return (typeof all === \"function\" ? all : all." + name
                        + " ?? all.default)(output, context);\n})");
    }

    private static String returning(String line) {
        String code = line.strip().replaceAll(";+\\s*$", "");
        int semicolon = DECLARATION.matcher(code).matches() ? lastSemicolon(code) : -1;
        return semicolon < 0
                ? "return " + code
                : code.substring(0, semicolon + 1) + " return " + code.substring(semicolon + 1);
    }

    /** Outside of quotes. */
    private static int lastSemicolon(String code) {
        int last = -1;
        char quote = 0;
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            if (character == '\\') {
                at++;
            } else if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if ("'\"`".indexOf(character) >= 0) {
                quote = character;
            } else if (character == ';') {
                last = at;
            }
        }
        return last;
    }

    private String context() {
        return "const context = { vars: " + values.object() + ", prompt: turns[turns.length - 1].user };\n";
    }

    private String given() {
        if (transforms.isEmpty()) {
            return "const given = output;\n";
        }
        StringBuilder given = new StringBuilder("let given = output;\n");
        for (String transform : transforms) {
            given.append("given = ")
                    .append(transform)
                    .append("(given, ")
                    .append("{ vars: ")
                    .append(values.object())
                    .append(" });\n");
            given.append(
                    "if (given === null || given === undefined) throw new Error(\"the transform returns nothing\");\n");
        }
        return given.toString();
    }

    private Optional<String> literal(JsonNode wanted) {
        if (wanted.isTextual()) {
            return values.literal(wanted.asText());
        }
        if (!wanted.isArray()) {
            return Optional.of(wanted.isMissingNode() ? "null" : TemplateText.literal(wanted.toString()));
        }
        List<String> elements = new ArrayList<>();
        wanted.forEach(element -> literal(element).ifPresent(elements::add));
        return elements.size() == wanted.size()
                ? Optional.of(elements.stream().collect(Collectors.joining(", ", "[", "]")))
                : Optional.empty();
    }
}
