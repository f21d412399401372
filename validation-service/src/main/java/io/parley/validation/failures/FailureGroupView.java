package io.parley.validation.failures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.contracts.RunId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of failures as clients see it.
 *
 * @param label type and reason of the example
 * @param name what people call its cause, here or in a linked group
 * @param defect the known defect that it is, given here or in a linked group
 * @param size how many executions are in it
 * @param runs in how many runs this cause was seen, this one included
 * @param seenBefore the group of the latest earlier run that it is linked to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FailureGroupView(
        UUID id,
        RunId runId,
        String label,
        @Nullable String name,
        @Nullable String defect,
        int size,
        int runs,
        @Nullable UUID seenBefore,
        FailureView example) {}
