package io.parley.worker.http;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation has from its login and from the responses so far.
 *
 * @param captured from the response to the login, by name
 */
record HttpSession(Map<String, Object> captured, Cookies cookies) {

    static HttpSession fresh() {
        return new HttpSession(Map.of(), new Cookies());
    }

    /** Each single value in what was captured, wherever in lists and objects it stands. */
    Stream<String> capturedTexts() {
        return texts(captured);
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Map<?, ?> object -> object.values().stream().flatMap(HttpSession::texts);
            case Collection<?> list -> list.stream().flatMap(HttpSession::texts);
            default -> Stream.of(String.valueOf(value));
        };
    }

    /** The same for another conversation, which goes on on its own. */
    HttpSession copy() {
        return new HttpSession(captured, cookies.copy());
    }
}
