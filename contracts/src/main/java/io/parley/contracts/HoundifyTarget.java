package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant on the Houndify platform, asked by text. Requests are signed with the client key, which is the secret {@value
 * #KEY}; the state of the conversation that an answer carries goes along with the next request.
 *
 * @param url of the text endpoint, usually {@code https://api.houndify.com/v1/text}
 * @param clientId of the client whose key it is
 * @param requestInfo members of the request info besides those that identify the request, such as a latitude
 * @param answer JSON Pointer to the answer in the response
 * @param reports as those of an {@link HttpTarget}
 */
public record HoundifyTarget(
        TargetId id,
        String name,
        String url,
        String clientId,
        Map<String, Object> requestInfo,
        String answer,
        Limits limits,
        Map<String, String> sealedSecrets,
        @Nullable Map<String, String> reports)
        implements LiveTarget {

    /** Name of the secret that is the client key, base64 with the URL-safe alphabet. */
    public static final String KEY = "KEY";
}
