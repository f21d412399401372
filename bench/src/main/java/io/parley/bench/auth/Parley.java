package io.parley.bench.auth;

import io.parley.bench.platform.Owner;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The platform's auth-service. Its refresh tokens are good once; services verify tokens themselves, so who asks, asks it who they are. */
record Parley(Http http, Owner owner) implements TokenService {

    private static final String JSON = "application/json";

    @Override
    public Future<Tokens> login() {
        return tokens("login", new JsonObject().put("email", owner.email()).put("password", owner.password()));
    }

    @Override
    public Future<Tokens> refresh(Tokens tokens) {
        return tokens("refresh", new JsonObject().put("refreshToken", tokens.refresh()));
    }

    @Override
    public Future<?> verify(Tokens tokens) {
        return http.get("/api/v1/auth/me", tokens.access());
    }

    private Future<Tokens> tokens(String way, JsonObject body) {
        return http.post("/api/v1/auth/" + way, JSON, body.encode())
                .map(answer -> new Tokens(answer.getString("accessToken"), answer.getString("refreshToken")));
    }
}
