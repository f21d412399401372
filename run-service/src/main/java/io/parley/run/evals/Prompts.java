package io.parley.run.evals;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.rows.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the target is told: the input of a sample as one text. Messages become the text that evals makes of them for a model that
 * takes texts, which says everything that they say ({@code chat_prompt_to_text_prompt}).
 *
 * @param examples messages that go before the last one of every sample
 */
record Prompts(List<JsonNode> examples) {

    private static final Map<String, String> PREFIXES =
            Map.of("system", "", "example_user", "User: ", "example_assistant", "Assistant: ");

    /** With the examples that an eval asks for. */
    static Prompts of(Eval eval, SourceFiles files, Mistakes mistakes) {
        String wanted = Optional.ofNullable(eval.args().get("num_few_shot")).orElse("0");
        String file = eval.args().get("few_shot_jsonl");
        if (!wanted.matches("[0-9]{1,3}") || (file == null && Integer.parseInt(wanted) > 0)) {
            mistakes.add(
                    eval.file(),
                    eval.line(),
                    "num_few_shot must be a number of examples of the file that few_shot_jsonl names");
            return new Prompts(List.of());
        }
        return new Prompts(
                wanted.equals("0") || file == null
                        ? List.of()
                        : Samples.named(file, eval, files, mistakes).stream()
                                .limit(Integer.parseInt(wanted))
                                .map(Row::values)
                                .flatMap(row -> row.path("sample").valueStream())
                                .toList());
    }

    /** Nothing if it is neither a text nor messages. */
    Optional<String> text(JsonNode input) {
        if (input.isTextual()) {
            return examples.isEmpty() ? Optional.of(input.textValue()) : Optional.empty();
        }
        List<JsonNode> messages = withExamples(input.valueStream().toList());
        return input.isArray() && !input.isEmpty() && messages.stream().allMatch(Prompts::isMessage)
                ? Optional.of(text(messages))
                : Optional.empty();
    }

    private List<JsonNode> withExamples(List<JsonNode> messages) {
        return messages.isEmpty()
                ? messages
                : Stream.of(messages.subList(0, messages.size() - 1), examples, List.of(messages.getLast()))
                        .flatMap(List::stream)
                        .toList();
    }

    private static boolean isMessage(JsonNode message) {
        return message.path("role").isTextual() && message.path("content").isTextual();
    }

    private static String text(List<JsonNode> messages) {
        if (messages.size() == 1) {
            return messages.getFirst().get("content").textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode message : messages) {
            String role = message.path("name").asText(message.get("role").textValue());
            text.append(prefix(role)).append(message.get("content").textValue()).append('\n');
        }
        return text.append("Assistant:").toString().stripLeading();
    }

    private static String prefix(String role) {
        String given = PREFIXES.get(role);
        return given != null ? given : capitalized(role) + ": ";
    }

    private static String capitalized(String role) {
        return role.isEmpty()
                ? role
                : role.substring(0, 1).toUpperCase(Locale.ROOT)
                        + role.substring(1).toLowerCase(Locale.ROOT);
    }
}
