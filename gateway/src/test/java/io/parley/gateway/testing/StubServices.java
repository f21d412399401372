package io.parley.gateway.testing;

import io.parley.backing.shared.SharedBacking;
import io.parley.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Three services on real sockets behind the gateway, and one that is down. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {

    private @Nullable Vertx vertx;

    @Override
    public Map<String, String> start() {
        Vertx own = Vertx.vertx();
        vertx = own;
        return Map.of(
                "parley.redis.url",
                SharedBacking.attach(Path.of(System.getProperty("parley.root")))
                        .endpoints()
                        .redisUrl(),
                "quarkus.http.test-port",
                "0",
                "quarkus.oidc.auth-server-url",
                TestTokens.serveKeys(),
                "parley.auth.url",
                "http://127.0.0.1:" + listen(own, new StubAuth()),
                "parley.run.url",
                "http://127.0.0.1:" + listen(own, new StubRuns()),
                "parley.validation.url",
                "http://127.0.0.1:" + listen(own, new StubValidation()),
                "parley.telemetry.url",
                "http://127.0.0.1:" + closedPort(),
                "parley.cors.origins",
                "https://console.example",
                "parley.gateway.upstream.answer-timeout",
                "1s");
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close();
        }
    }

    static int listen(Vertx vertx, Stub stub) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .addWebSocketSubProtocol("bearer-token-carrier")
                        .setMaxWebSocketFrameSize(1_000_000)
                        .setMaxWebSocketMessageSize(1_000_000))
                .requestHandler(stub::handle);
        try {
            return server.listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)
                    .actualPort();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static int closedPort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
