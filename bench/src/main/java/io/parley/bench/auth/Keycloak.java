package io.parley.bench.auth;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Keycloak with the realm of {@link KeycloakProcess}. */
record Keycloak(Http http) implements TokenService {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "/realms/bench/protocol/openid-connect/token";
    private static final String CLIENT = "client_id=bench&client_secret=bench";

    @Override
    public Future<Tokens> login() {
        return tokens("grant_type=password&username=ada&password=only-for-benchmarks");
    }

    @Override
    public Future<Tokens> refresh(Tokens tokens) {
        return tokens("grant_type=refresh_token&refresh_token=" + tokens.refresh());
    }

    @Override
    public Future<?> verify(Tokens tokens) {
        return http.post(TOKEN + "/introspect", FORM, CLIENT + "&token=" + tokens.access())
                .compose(Keycloak::requireActive);
    }

    private Future<Tokens> tokens(String grant) {
        return http.post(TOKEN, FORM, CLIENT + "&" + grant)
                .map(answer -> new Tokens(answer.getString("access_token"), answer.getString("refresh_token")));
    }

    private static Future<Void> requireActive(JsonObject answer) {
        return answer.getBoolean("active") ? Future.succeededFuture() : Future.failedFuture("not active");
    }
}
