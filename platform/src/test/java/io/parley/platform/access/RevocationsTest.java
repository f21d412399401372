package io.parley.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every service does with what auth-service tells of tokens. */
class RevocationsTest {

    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final String user = UUID.randomUUID().toString();
    private final String session = UUID.randomUUID().toString();
    private final String workspace = UUID.randomUUID().toString();
    private volatile int status = 200;
    private volatile String answer = "{\"ended\": [], \"changed\": {}}";
    private HttpServer authService;
    private Revocations revocations;

    @BeforeEach
    void start() throws IOException {
        authService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authService.createContext("/internal/revocations", this::tell);
        authService.start();
        revocations = new Revocations(
                vertx, "http://127.0.0.1:" + authService.getAddress().getPort());
        revocations.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        revocations.stop(new ShutdownEvent());
        var unused = vertx.close();
        authService.stop(0);
    }

    @Test
    void the_tokens_of_an_ended_session_are_void_within_five_seconds_and_stay_so_while_nobody_answers() {
        JsonWebToken token = token(Instant.now());
        await().atMost(FEW_SECONDS).until(() -> asked.get() > 0);
        assertThat(revocations.isVoid(token)).isFalse();

        answer = "{\"ended\": [\"%s\"], \"changed\": {}}".formatted(session);
        await().atMost(FEW_SECONDS).until(() -> revocations.isVoid(token));

        status = 503;
        int before = asked.get();
        await().atMost(FEW_SECONDS).until(() -> asked.get() > before + 1);
        assertThat(revocations.isVoid(token)).isTrue();
    }

    @Test
    void every_token_of_a_user_who_is_no_more_is_void_within_five_seconds() {
        answer = "{\"ended\": [\"%s\"], \"changed\": {}}".formatted(user);

        await().atMost(FEW_SECONDS).until(() -> revocations.isVoid(token(Instant.now())));
    }

    @Test
    void tokens_from_before_a_change_of_the_role_are_void_within_five_seconds_and_later_ones_are_not() {
        Instant changed = Instant.now();
        answer = "{\"ended\": [], \"changed\": {\"%s %s\": \"%s\"}}".formatted(user, workspace, changed);

        await().atMost(FEW_SECONDS).until(() -> revocations.isVoid(token(changed.minusSeconds(5))));
        assertThat(revocations.isVoid(token(changed.plusSeconds(1)))).isFalse();
    }

    private JsonWebToken token(Instant issuedAt) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(user);
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setClaim(Caller.SESSION_CLAIM, session);
        claims.setClaim(Caller.WORKSPACE_CLAIM, workspace);
        return new DefaultJWTCallerPrincipal(claims);
    }

    private void tell(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
