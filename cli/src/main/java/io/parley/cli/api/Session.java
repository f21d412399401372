package io.parley.cli.api;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody who has logged in. Access lasts for minutes and is renewed for as long as the session does. */
final class Session implements Authorization {

    private final JsonHttp http;
    private volatile Tokens tokens;

    private Session(JsonHttp http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    static Session begin(JsonHttp http, String email, String password) {
        return begin(http, Map.of("email", email, "password", password));
    }

    /** @param code of the second factor */
    static Session begin(JsonHttp http, String email, String password, String code) {
        return begin(http, Map.of("email", email, "password", password, "code", code));
    }

    /** @param code of the second factor; taken only if the login asks for one, which counts as a try */
    static Session begin(JsonHttp http, String email, String password, Supplier<String> code) {
        try {
            return begin(http, email, password);
        } catch (ApiException refused) {
            if (!refused.isAbout("second-factor-needed")) {
                throw refused;
            }
            return begin(http, email, password, code.get());
        }
    }

    private static Session begin(JsonHttp http, Map<String, String> login) {
        return new Session(http, http.post("/api/v1/auth/login", login, new TypeReference<>() {}));
    }

    @Override
    public String value() {
        return "Bearer " + tokens.accessToken();
    }

    @Override
    public synchronized boolean renew() {
        try {
            tokens = http.post(
                    "/api/v1/auth/refresh", Map.of("refreshToken", tokens.refreshToken()), new TypeReference<>() {});
            return true;
        } catch (ApiException ended) {
            return false;
        }
    }

    private record Tokens(String accessToken, String refreshToken) {}
}
