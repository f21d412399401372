package io.parley.worker.http;

import java.util.Map;

/**
 * What a conversation has from its login and from the responses so far.
 *
 * @param captured from the response to the login, by name
 */
record HttpSession(Map<String, Object> captured, Cookies cookies) {

    static HttpSession fresh() {
        return new HttpSession(Map.of(), new Cookies());
    }

    /** The same for another conversation, which goes on on its own. */
    HttpSession copy() {
        return new HttpSession(captured, cookies.copy());
    }
}
