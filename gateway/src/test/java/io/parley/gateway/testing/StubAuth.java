package io.parley.gateway.testing;

import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Exchanges API keys: {@code plk_good...} for a token, {@code plk_broken...} with a 500, {@code plk_brief...} for a token
 * that is as good as over; all others it refuses. Everything else it echoes.
 */
final class StubAuth implements Stub {

    private final AtomicInteger exchanges = new AtomicInteger();

    @Override
    public void handle(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/internal/api-keys/exchange" ->
                request.body()
                        .onSuccess(body -> exchange(request, body.toJsonObject().getString("key")));
            case "/api/v1/auth/exchanges" -> request.response().end(exchanges.toString());
            case "/q/openapi" -> request.response().end(StubDocuments.AUTH);
            default -> Echo.answer(request);
        }
    }

    private void exchange(HttpServerRequest request, String key) {
        exchanges.incrementAndGet();
        if (key.startsWith("plk_broken")) {
            request.response().setStatusCode(500).end();
        } else if (key.startsWith("plk_good") || key.startsWith("plk_brief")) {
            request.response()
                    .end(new JsonObject()
                            .put("accessToken", TestTokens.ofKey(TestTokens.newWorkspace(), Access.RUNS_READ))
                            .put("expiresIn", key.startsWith("plk_brief") ? 10 : 60)
                            .encode());
        } else {
            request.response().setStatusCode(401).end();
        }
    }
}
