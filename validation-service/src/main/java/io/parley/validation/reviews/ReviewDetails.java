package io.parley.validation.reviews;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Transcript;
import io.parley.validation.agreement.Judge;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A review with all that a person needs to decide.
 *
 * @param transcript JSON, as the worker sent it
 * @param results JSON, every assertion with its reason and what each judge said
 * @param history what people did to it, oldest first, as far as the reader may know it
 * @param judgesBelowFloor judges of the workspace that agree too little with people
 */
record ReviewDetails(
        @JsonUnwrapped ReviewView review,

        @JsonRawValue @Schema(implementation = Transcript.class)
        String transcript,

        @JsonRawValue @Schema(implementation = AssertionResult[].class)
        String results,

        List<HistoryEntry> history,
        Set<Judge> judgesBelowFloor) {}
