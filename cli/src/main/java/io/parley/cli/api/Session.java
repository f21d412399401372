package io.parley.cli.api;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;

/** Somebody who has logged in. Access lasts for minutes and is renewed for as long as the session does. */
final class Session implements Authorization {

    private final JsonHttp http;
    private volatile Tokens tokens;

    private Session(JsonHttp http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    static Session begin(JsonHttp http, String email, String password) {
        return new Session(
                http,
                http.post(
                        "/api/v1/auth/login", Map.of("email", email, "password", password), new TypeReference<>() {}));
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
