package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a revision must keep to; null leaves a part open.
 *
 * @param passRate at least this share of passed executions among those passed or failed, 0 to 1
 * @param unsure at most this share of UNSURE executions among all, 0 to 1
 * @param regressions at most so many cases that pass in the baseline and fail in the run
 */
public record Gate(
        @Nullable Double passRate,
        @Nullable Double unsure,
        @Nullable Integer regressions) {

    static final Gate OPEN = new Gate(null, null, null);

    /** The gate as a suite file without mistakes says it. */
    static Gate of(JsonNode written) {
        return new Gate(
                written.has("pass-rate") ? written.get("pass-rate").doubleValue() : null,
                written.has("unsure") ? written.get("unsure").doubleValue() : null,
                written.has("regressions") ? written.get("regressions").intValue() : null);
    }

    /** Whether nothing is asked. */
    public boolean isOpen() {
        return equals(OPEN);
    }
}
