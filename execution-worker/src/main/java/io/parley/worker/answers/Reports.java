package io.parley.worker.answers;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.Report;
import io.parley.contracts.Reported;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a target tells beside its words. It never fails a turn: what is missing in a response, or not of the shape that
 * it should have, is not reported.
 */
public final class Reports {

    private final Map<String, String> pointers;
    private final JsonNode response;

    private Reports(Map<String, String> pointers, JsonNode response) {
        this.pointers = pointers;
        this.response = response;
    }

    /**
     * What the response tells.
     *
     * @param pointers by the keys of {@link Report}; null is a target that reports nothing
     * @param body of the response
     */
    public static @Nullable Reported read(@Nullable Map<String, String> pointers, JsonBody body) {
        return pointers == null ? null : new Reports(pointers, body.treeOrMissing()).reported();
    }

    /** Tokens that the target's model read and wrote, as far as it told. */
    public static long tokens(@Nullable Reported reported) {
        return tokens(reported == null ? null : reported.usage());
    }

    /** As far as they are known. */
    public static long tokens(Reported.@Nullable Usage usage) {
        return usage == null ? 0 : orNone(usage.inputTokens()) + orNone(usage.outputTokens());
    }

    private static long orNone(@Nullable Long tokens) {
        return tokens == null ? 0 : Math.min(tokens, Integer.MAX_VALUE);
    }

    private Reported reported() {
        return new Reported(
                intent(),
                list(Report.TOOL_CALLS, ToolCalls::read),
                list(Report.BUTTONS, ReportedShapes::text),
                list(Report.CARDS, ReportedShapes::text),
                list(Report.MEDIA, ReportedShapes::text),
                usage(),
                value(Report.COST, ReportedShapes::amount),
                value(Report.FINISH_REASON, ReportedShapes::text),
                value(Report.STEPS, ReportedShapes::smallCount));
    }

    private Reported.@Nullable Intent intent() {
        String name = value(Report.INTENT, ReportedShapes::text);
        Double confidence = value(Report.CONFIDENCE, ReportedShapes::number);
        return name == null && confidence == null ? null : new Reported.Intent(name, confidence);
    }

    private Reported.@Nullable Usage usage() {
        Long input = value(Report.INPUT_TOKENS, ReportedShapes::count);
        Long output = value(Report.OUTPUT_TOKENS, ReportedShapes::count);
        return input == null && output == null ? null : new Reported.Usage(input, output);
    }

    private <T> @Nullable T value(Report report, Function<JsonNode, Optional<T>> shape) {
        JsonPointer pointer = pointer(report);
        return pointer == null ? null : shape.apply(response.at(pointer)).orElse(null);
    }

    /** Where there is none, targets write null, or leave the list out of the object that it belongs in. */
    private <T> @Nullable List<T> list(Report report, Function<JsonNode, Optional<T>> shape) {
        JsonPointer pointer = pointer(report);
        if (pointer == null) {
            return null;
        }
        JsonNode found = response.at(pointer);
        return found.isNull() || isLeftOut(pointer, found)
                ? List.of()
                : ReportedShapes.list(found, shape).orElse(null);
    }

    private boolean isLeftOut(JsonPointer pointer, JsonNode found) {
        return found.isMissingNode()
                && !pointer.matches()
                && response.at(pointer.head()).isObject();
    }

    private @Nullable JsonPointer pointer(Report report) {
        String written = pointers.get(report.key());
        try {
            return written == null ? null : JsonPointer.compile(written);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
