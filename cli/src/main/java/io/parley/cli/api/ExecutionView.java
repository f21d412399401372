package io.parley.cli.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import io.parley.contracts.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of a run that has ended.
 *
 * @param caseName the case it was made of
 * @param vars the variables of the case, each with the one value it had here
 * @param results what the assertions found
 */
public record ExecutionView(
        UUID id,
        @JsonProperty("case") String caseName,
        Map<String, Object> vars,
        Verdict verdict,
        Conversation transcript,
        List<AssertionResult> results) {

    /**
     * What was said.
     *
     * @param exchanges the turns that were held, in order
     * @param failure why the conversation broke off, or null when it was held to its end
     */
    public record Conversation(
            List<Exchange> exchanges, @Nullable Failure failure) {}
}
