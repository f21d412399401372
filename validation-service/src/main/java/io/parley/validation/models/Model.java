package io.parley.validation.models;

import io.parley.contracts.WorkspaceId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered language model.
 *
 * @param name unique in the workspace; suites call it so
 * @param endpoint where it answers, and how to ask there
 * @param maxConcurrency most requests under way at once, in one process of validation-service; 1 to 256
 * @param timeout of one request
 * @param reuseFor how long what it said is taken for the answer to an equal question of another execution too, or null
 *     to ask it anew for each execution
 */
public record Model(
        UUID id,
        WorkspaceId workspaceId,
        String name,
        Endpoint endpoint,
        Prices prices,
        int maxConcurrency,
        Duration timeout,
        Budget budget,
        @Nullable Duration reuseFor) {

    /**
     * An endpoint that speaks OpenAI's chat completions.
     *
     * @param baseUrl without the {@code /chat/completions} that is put behind it
     * @param model its name there
     * @param sealedKey sealed, or null where none is needed; opened when a request is made
     */
    public record Endpoint(
            String baseUrl, String model, @Nullable String sealedKey) {}
}
