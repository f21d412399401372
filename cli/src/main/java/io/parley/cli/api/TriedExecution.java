package io.parley.cli.api;

import io.parley.contracts.Exchange;
import io.parley.contracts.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a try.
 *
 * @param transcript null when no worker held the conversation
 */
public record TriedExecution(@Nullable Conversation transcript) {

    /**
     * What was said.
     *
     * @param exchanges one, or none without an answer
     * @param failure why there was none
     */
    public record Conversation(
            List<Exchange> exchanges, @Nullable Failure failure) {}

    /** Whether there was an answer. */
    public boolean answered() {
        return transcript != null && !transcript.exchanges().isEmpty();
    }
}
