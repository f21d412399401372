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
        Map<String, String> sealedSecrets)
        implements Target {}
