package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An assertion as one cell of a table has it, such as {@code contains-any: sunny, rainy} or {@code similar(0.8): It rains}. */
final class ExpectedCell {

    private static final Pattern TYPED =
            Pattern.compile("((?:not-)?([a-z][a-z0-9:-]*?))(?:\\((\\d+(?:\\.\\d+)?)\\))?(?::(.*))?", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("(?:javascript|fn|eval):(.*)", Pattern.DOTALL);
    private static final Pattern GRADED = Pattern.compile("(?:grade|llm-rubric):(.*)", Pattern.DOTALL);
    private static final Pattern JAVASCRIPT_FILE = Pattern.compile("file://.*\\.(?:js|cjs|mjs|ts)(?::\\w+)?");
    private static final Pattern PYTHON_FILE = Pattern.compile("file://.*\\.py(?::\\w+)?");

    private static final Set<String> LISTS = Set.of("contains-any", "contains-all", "icontains-any", "icontains-all");

    /** Of these the threshold is another one than in a file of tests, where a cell names none. */
    private static final Set<String> MEASURED = Set.of(
            "answer-relevance",
            "classifier",
            "context-faithfulness",
            "context-recall",
            "context-relevance",
            "cost",
            "latency",
            "levenshtein",
            "perplexity-score",
            "perplexity",
            "rouge-n",
            "similar",
            "starts-with");

    private static final double USUAL_THRESHOLD = 0.75;

    private ExpectedCell() {}

    static ObjectNode assertion(String cell) {
        Matcher script = SCRIPT.matcher(cell);
        if (script.matches()) {
            return of("javascript", script.group(1).strip());
        }
        if (JAVASCRIPT_FILE.matcher(cell).matches()) {
            return of("javascript", cell);
        }
        Matcher graded = GRADED.matcher(cell);
        if (graded.matches()) {
            return of("llm-rubric", graded.group(1));
        }
        if (cell.startsWith("python:") || PYTHON_FILE.matcher(cell).matches()) {
            return of("python", cell);
        }
        Matcher typed = TYPED.matcher(cell);
        return typed.matches() && AssertionNames.isKnown(typed.group(2)) ? typed(typed) : of("equals", cell);
    }

    private static ObjectNode typed(Matcher typed) {
        String type = typed.group(2);
        ObjectNode assertion = Json.object().put("type", typed.group(1));
        String value = typed.group(4);
        if (value != null && LISTS.contains(type)) {
            assertion.set("value", Json.texts(separated(value)));
        } else if (value != null) {
            assertion.put("value", value.strip());
        }
        if (MEASURED.contains(type)) {
            assertion.put("threshold", typed.group(3) == null ? USUAL_THRESHOLD : Double.parseDouble(typed.group(3)));
        }
        return assertion;
    }

    /** What stands between commas; in quotes it may have commas. */
    static List<String> separated(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at <= value.length(); at++) {
            char character = at < value.length() ? value.charAt(at) : ',';
            if (character == '"' && (quoted || part.toString().isBlank())) {
                quoted = !quoted;
            } else if (character == '\\' && quoted && at + 1 < value.length()) {
                at++;
                part.append(value.charAt(at));
            } else if (character == ',' && (!quoted || at == value.length())) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static ObjectNode of(String type, String value) {
        return Json.object().put("type", type).put("value", value);
    }
}
