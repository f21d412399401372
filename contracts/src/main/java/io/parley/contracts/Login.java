package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent before the first turn, such as for a token. Its response may be a redirect; cookies that it sets go along
 * with the turns. {@code url}, header values and {@code body} are templates over {@code conversation} and {@code secrets.NAME},
 * and, unless it is sent once in a run, the case's variables.
 *
 * @param method GET, POST, PUT or PATCH
 * @param body template of the request body, in which inserted values are escaped as JSON strings; null sends none
 * @param capture JSONPaths over the response, by the names under which templates of the target see what they find: {@code
 *     login.NAME}
 * @param oncePerRun whether a worker sends it once for the conversations of a run, and again after 15 minutes; otherwise it is sent
 *     in each conversation
 */
public record Login(
        String url,
        String method,
        Map<String, String> headers,
        @Nullable String body,
        Map<String, String> capture,
        boolean oncePerRun) {}
