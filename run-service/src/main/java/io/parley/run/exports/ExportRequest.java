package io.parley.run.exports;

import io.parley.platform.local.ForLocal;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be exported, and as what. */
@ForLocal
public record ExportRequest(List<UUID> runs, ExportFormat format) {

    private static final int MOST_RUNS = 100;

    /** Reads the parameters of a request as they came; anything that cannot be meant is a 422. */
    public static ExportRequest of(@Nullable List<String> runs, @Nullable String format) {
        List<FieldError> mistakes = new ArrayList<>();
        List<UUID> ids = ids(runs == null ? List.of() : runs, mistakes);
        ExportFormat known = ExportFormat.named(format).orElseGet(() -> {
            mistakes.add(new FieldError("format", "must be one of " + String.join(", ", ExportFormat.names())));
            return ExportFormat.JSON;
        });
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
        return new ExportRequest(ids, known);
    }

    private static List<UUID> ids(List<String> runs, List<FieldError> mistakes) {
        if (runs.isEmpty() || runs.size() > MOST_RUNS) {
            mistakes.add(
                    new FieldError("run", "must be given 1 to " + MOST_RUNS + " times, each with the id of a run"));
            return List.of();
        }
        try {
            return runs.stream().map(UUID::fromString).distinct().toList();
        } catch (IllegalArgumentException noId) {
            mistakes.add(new FieldError("run", "must be the id of a run"));
            return List.of();
        }
    }
}
