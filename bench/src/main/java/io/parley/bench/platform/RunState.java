package io.parley.bench.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param completedAt when its last result was stored, or null while it runs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunState(
        String id, String status, Counts counts, @Nullable Instant completedAt) {

    /** Executions by outcome. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Counts(int total, int passed) {}
}
