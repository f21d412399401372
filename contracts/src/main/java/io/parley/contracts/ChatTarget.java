package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model behind the API of OpenAI's chat completions, which many others offer. The conversation so far goes along with every
 * request. The secret {@value #KEY}, if there is one, is sent as the bearer token.
 *
 * @param baseUrl what {@code /chat/completions} is appended to, such as {@code https://api.openai.com/v1}
 * @param model as the endpoint names it
 * @param headers to send besides; templates over what those of an {@link HttpTarget} see
 * @param system template of the system prompt, over the same; null for none
 * @param parameters of the request as the API has them, such as {@code temperature}; a null leaves out what is sent otherwise
 * @param stream whether the answer is asked for piece by piece, which tells when it began
 * @param prices to count the cost by; null if it is not to be counted
 * @param maxRounds how often the model may be asked in one turn because it called tools, from 1
 */
public record ChatTarget(
        TargetId id,
        String name,
        String baseUrl,
        String model,
        Map<String, String> headers,
        @Nullable String system,
        Map<String, Object> parameters,
        boolean stream,
        @Nullable TokenPrices prices,
        int maxRounds,
        Limits limits,
        Map<String, String> sealedSecrets)
        implements LiveTarget {

    /** Name of the secret that is the endpoint's key. */
    public static final String KEY = "KEY";
}
