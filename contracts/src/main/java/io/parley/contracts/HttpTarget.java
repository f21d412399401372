package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant that answers HTTP requests, one request per turn.
 *
 * <p>{@code url}, header values and {@code body} are templates over {@code message} (what the user says in this turn),
 * {@code conversation} (an id that stays the same over all turns of an execution), the case's variables, what earlier
 * turns captured, and {@code secrets.NAME}.
 *
 * @param method GET, POST, PUT or PATCH
 * @param body template of the request body, in which inserted values are escaped as JSON strings; null sends none
 * @param answer JSON Pointer (RFC 6901) to the answer in the response body; null takes the whole body as text
 * @param reports JSON Pointers to what the target tells beside its words, by the keys of {@link Report}; null for none
 */
public record HttpTarget(
        TargetId id,
        String name,
        String url,
        String method,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String answer,
        Limits limits,
        Map<String, String> sealedSecrets,
        @Nullable Map<String, String> reports)
        implements LiveTarget {

    /** One that reports nothing but its words. */
    public HttpTarget(
            TargetId id,
            String name,
            String url,
            String method,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable String answer,
            Limits limits,
            Map<String, String> sealedSecrets) {
        this(id, name, url, method, headers, body, answer, limits, sealedSecrets, null);
    }
}
