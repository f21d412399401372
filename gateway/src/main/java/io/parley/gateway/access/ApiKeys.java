package io.parley.gateway.access;

import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.proxy.UpstreamClient;
import io.parley.gateway.routes.Routes;
import io.parley.platform.access.ExpiringCache;
import io.parley.platform.problems.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Exchanges API keys for access tokens at auth-service. A token is used for less than the minute it lives, so a revoked
 * key is of no use after a minute.
 */
@ApplicationScoped
class ApiKeys {

    private static final String EXCHANGE = "/internal/api-keys/exchange";
    private static final String PREFIX = "plk_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{1,100}");
    private static final int REMEMBERED = 10_000;

    /** What is left of a token's life when it is used last: time for the service to look at it. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final UpstreamClient client;
    private final Routes routes;
    private final Clock clock;
    private final ExpiringCache<String> tokens;

    ApiKeys(UpstreamClient client, Routes routes, Clock clock) {
        this.client = client;
        this.routes = routes;
        this.clock = clock;
        this.tokens = new ExpiringCache<>(REMEMBERED, clock);
    }

    /** An access token for a key. Fails with 401, or with 503 when auth-service does not answer. */
    Future<String> exchange(String key) {
        if (!FORM.matcher(key).matches()) {
            return Future.failedFuture(GatewayProblems.UNAUTHORIZED.problem());
        }
        return tokens.get(key).map(Future::succeededFuture).orElseGet(() -> ask(key));
    }

    /** The part of a well-formed key that may be known: what comes before its secret. */
    static String publicPart(String key) {
        int secret = key.indexOf('_', PREFIX.length());
        return secret < 0 ? key : key.substring(0, secret);
    }

    private Future<String> ask(String key) {
        Buffer body = new JsonObject().put("key", key).toBuffer();
        return client.call(routes.auth(), HttpMethod.POST, EXCHANGE, body)
                .recover(failure -> Future.failedFuture(ProblemType.UNAVAILABLE.problem()))
                .compose(answer -> switch (answer.status()) {
                    case 200 ->
                        Future.succeededFuture(remember(key, answer.body().toJsonObject()));
                    case 401, 422 -> Future.failedFuture(GatewayProblems.UNAUTHORIZED.problem());
                    default -> Future.failedFuture(ProblemType.UNAVAILABLE.problem());
                });
    }

    private String remember(String key, JsonObject exchanged) {
        String token = exchanged.getString("accessToken");
        Duration lifetime = Duration.ofSeconds(exchanged.getLong("expiresIn"));
        tokens.put(key, token, clock.instant().plus(lifetime).minus(MARGIN));
        return token;
    }
}
