package io.parley.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target told of one answer beside its words, as {@link Report} says. Null is what it did not report; an empty list
 * is that there was none.
 *
 * @param buttons their texts
 * @param cards their titles
 * @param media their addresses or types
 * @param cost from 0, in whatever money the target counts in
 * @param steps from 0
 */
public record Reported(
        @Nullable Intent intent,
        @Nullable List<ToolCall> toolCalls,
        @Nullable List<String> buttons,
        @Nullable List<String> cards,
        @Nullable List<String> media,
        @Nullable Usage usage,
        @Nullable BigDecimal cost,
        @Nullable String finishReason,
        @Nullable Integer steps) {

    /**
     * What the target took the user to want.
     *
     * @param confidence how sure it is, usually 0 to 1
     */
    public record Intent(@Nullable String name, @Nullable Double confidence) {}

    /**
     * One call of a tool.
     *
     * @param arguments by name, JSON values
     */
    public record ToolCall(String name, Map<String, Object> arguments) {}

    /** Tokens of the target's model, each from 0. */
    public record Usage(
            @Nullable Long inputTokens, @Nullable Long outputTokens) {}
}
