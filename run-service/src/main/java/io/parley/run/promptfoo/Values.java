package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables of one case. In promptfoo a variable may be a template over others, and have any name. Here a case has the plain ones;
 * the others are set at the beginning of each template that names them.
 */
final class Values {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Templates of targets use these themselves, so no variable of a case has such a name. */
    private static final Set<String> RESERVED = Set.of("message", "conversation", "secrets");

    private final Map<String, JsonNode> all;
    private final ObjectNode plain = Json.object();
    private final Map<String, String> definitions = new LinkedHashMap<>();

    Values(Map<String, JsonNode> all) {
        this.all = all;
        all.forEach(this::sort);
    }

    private void sort(String name, JsonNode value) {
        boolean named = NAME.matcher(name).matches();
        boolean template = value.isTextual() && TemplateText.isTemplate(value.asText());
        if (!named || value.isNull()) {
            return;
        }
        if (template || (RESERVED.contains(name) && value.isValueNode())) {
            definitions.put(name, value.asText());
        } else {
            plain.set(name, value.isArray() ? Json.NODES.arrayNode().add(value) : value);
        }
    }

    /** As a case of a suite has them, in which a list of one value stands for that value. */
    ObjectNode plain() {
        return plain;
    }

    /** What a template cannot be made to say here, if anything. */
    Optional<String> unsupported() {
        Optional<String> statement = definitions.entrySet().stream()
                .filter(definition ->
                        TemplateText.expression(definition.getValue()).isEmpty())
                .map(definition -> "the variable " + definition.getKey() + ", a template with statements")
                .findFirst();
        Optional<String> environment = all.values().stream()
                .flatMap(value -> TemplateText.environment(Json.text(value)).stream())
                .findFirst()
                .map(name -> "the environment variable " + name);
        return statement
                .or(() -> environment)
                .or(() -> all.entrySet().stream()
                        .filter(variable -> variable.getValue().isContainerNode())
                        .filter(variable ->
                                TemplateText.isTemplate(variable.getValue().toString()))
                        .map(variable ->
                                "the variable " + variable.getKey() + ", with templates inside a list or an object")
                        .findFirst());
    }

    /** A template with the definitions before it that it needs. */
    String in(String template) {
        if (!TemplateText.isTemplate(template)) {
            return template;
        }
        StringBuilder before = new StringBuilder();
        define(template, new HashSet<>(), before);
        return before + template;
    }

    /** The value of a template as a literal of JavaScript; nothing where it has statements. */
    Optional<String> literal(String template) {
        return TemplateText.isTemplate(template)
                ? TemplateText.expression(template).map(expression -> "{{ " + expression + " | dump }}")
                : Optional.of(Json.NODES.textNode(template).toString());
    }

    /** All of them as an object of JavaScript. */
    String object() {
        return all.keySet().stream()
                .map(name -> Json.NODES.textNode(name) + ": " + member(name))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private String member(String name) {
        JsonNode value = all.getOrDefault(name, Json.NODES.nullNode());
        return plain.has(name) || definitions.containsKey(name)
                ? "{{ " + name + " | dump }}"
                : TemplateText.literal(value.toString());
    }

    /** Those that a template names, each once, behind those that they name themselves. */
    private void define(String template, Set<String> defined, StringBuilder before) {
        definitions.forEach((name, value) -> {
            if (names(template, name) && defined.add(name)) {
                define(value, defined, before);
                before.append("{% set ").append(name).append(" = ");
                before.append(TemplateText.expression(value).orElse("\"\"")).append(" %}");
            }
        });
    }

    private static boolean names(String template, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(template).find();
    }
}
