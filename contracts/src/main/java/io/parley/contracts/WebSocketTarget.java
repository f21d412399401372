package io.parley.contracts;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant on a WebSocket. A conversation has a connection of its own, from its first turn to its end; what comes while nothing
 * was asked is left aside.
 *
 * @param url ws or wss; this, header values and {@code message} are templates over what those of an {@link HttpTarget} see
 * @param headers of the handshake
 * @param message what is sent in each turn, inserted values escaped as JSON strings
 * @param answer JSON Pointer to the words in each message that comes; messages that have none there are no part of the answer.
 *     Null takes each message as a whole
 * @param separator what stands between the parts of an answer that comes in several messages
 * @param end when an answer is complete
 * @param reports as those of an {@link HttpTarget}, looked for in the last message that has them; null for none
 */
public record WebSocketTarget(
        TargetId id,
        String name,
        String url,
        Map<String, String> headers,
        String message,
        @Nullable String answer,
        String separator,
        End end,
        Limits limits,
        Map<String, String> sealedSecrets,
        @Nullable Map<String, String> reports)
        implements LiveTarget {

    /**
     * When an answer is complete: as soon as one of these holds, of which at least one is given.
     *
     * @param pattern a regular expression (RE2) that matches in the last message, which may be part of the answer
     * @param count so many messages came
     * @param silence no message came for so long after the last one
     */
    public record End(
            @Nullable String pattern,
            @Nullable Integer count,
            @Nullable Duration silence) {}
}
