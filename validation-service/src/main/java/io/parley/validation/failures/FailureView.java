package io.parley.validation.failures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Verdict;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * An execution that failed as clients see it.
 *
 * @param type of the assertion that decided
 * @param answer the start of the answer that it is about; empty if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FailureView(
        ExecutionId executionId,
        @Nullable @JsonProperty("case") String caseName,
        Verdict verdict,
        String type,
        String reason,
        String answer) {

    static FailureView of(Row row) {
        return new FailureView(
                new ExecutionId(row.getUUID("execution_id")),
                row.getString("case_name"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("type"),
                row.getString("reason"),
                row.getString("answer"));
    }
}
