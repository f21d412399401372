package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A prompt that is JSON, laid out as {@code JSON.stringify} does with an indent of two. */
final class JsonPrompt {

    private static final String INDENT = "  ";

    private JsonPrompt() {}

    /** A template in which the texts of the JSON are templates, and stay texts whatever is put in; nothing if one has statements. */
    static Optional<String> template(JsonNode prompt) {
        return written(prompt, "\n");
    }

    private static Optional<String> written(JsonNode node, String line) {
        if (node.isTextual() && TemplateText.isTemplate(node.asText())) {
            return TemplateText.expression(node.asText()).map(expression -> "{{ " + expression + " | dump }}");
        }
        if (!node.isContainerNode() || node.isEmpty()) {
            return Optional.of(node.isContainerNode() ? node.toString() : TemplateText.literal(node.toString()));
        }
        List<String> parts = new ArrayList<>();
        String inner = line + INDENT;
        if (node.isArray()) {
            node.forEach(element -> written(element, inner).ifPresent(parts::add));
        } else {
            node.properties()
                    .forEach(member -> written(member.getValue(), inner)
                            .map(value -> Json.NODES.textNode(member.getKey()) + ": " + value)
                            .ifPresent(parts::add));
        }
        String open = node.isArray() ? "[" : "{";
        String close = node.isArray() ? "]" : "}";
        return parts.size() == node.size()
                ? Optional.of(open + inner + String.join("," + inner, parts) + line + close)
                : Optional.empty();
    }
}
