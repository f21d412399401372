package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant that answers HTTP requests, one request per turn.
 *
 * <p>{@code url}, header values and {@code body} are templates over {@code message} (what the user says in this turn),
 * {@code conversation} (an id that stays the same over all turns of an execution), the case's variables, what earlier
 * turns captured, {@code login.NAME}, and {@code secrets.NAME}. Cookies that the target sets are sent back in the conversation.
 *
 * <p>A response of the type {@code text/event-stream} is a list of its events: the answer is what is found in each of them, one
 * after another, and what is reported is looked for in the last event that has it.
 *
 * @param method GET, POST, PUT or PATCH
 * @param body template of the request body, in which inserted values are escaped as JSON strings; null sends none
 * @param answer JSON Pointer (RFC 6901) to the answer in the response body; null takes the whole body as text
 * @param login a request before the first turn; null for none
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
        @Nullable Map<String, String> reports,
        @Nullable Login login)
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
        this(id, name, url, method, headers, body, answer, limits, sealedSecrets, null, null);
    }
}
