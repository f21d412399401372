package io.parley.platform.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Which access tokens are void although they have not expired: those of ended sessions and revoked keys, and those from
 * before a change of the member's role. auth-service is asked every two seconds. While it does not answer, what was known
 * last holds; no token lives longer than ten minutes anyway.
 */
@ApplicationScoped
class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final String PATH = "/internal/revocations";
    private static final int OK = 200;

    /** A token tells the time of its making in whole seconds, by the clock of another machine than the change's. */
    private static final Duration UNCERTAINTY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final HttpClient client;
    private final String address;
    private volatile Known known = new Known(Set.of(), Map.of());
    private final AtomicInteger unanswered = new AtomicInteger();
    private long timer;

    Revocations(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String authService) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) INTERVAL.toMillis())
                .setMaxPoolSize(1));
        this.address = authService + PATH;
    }

    private record Known(Set<String> ended, Map<String, Instant> changed) {

        static Known of(JsonObject answer) {
            return new Known(
                    answer.getJsonArray("ended").stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()),
                    answer.getJsonObject("changed").stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey,
                                    change -> Instant.parse(change.getValue().toString()))));
        }
    }

    void start(@Observes StartupEvent event) {
        ask();
        timer = vertx.setPeriodic(INTERVAL.toMillis(), tick -> ask());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    boolean isVoid(JsonWebToken token) {
        Known now = known;
        Instant changed = now.changed().get(token.getSubject() + " " + token.getClaim(Caller.WORKSPACE_CLAIM));
        return now.ended().contains(token.getSubject())
                || now.ended().contains(String.valueOf(token.<Object>getClaim(Caller.SESSION_CLAIM)))
                || (changed != null && issuedAt(token).isBefore(changed.minus(UNCERTAINTY)));
    }

    private static Instant issuedAt(JsonWebToken token) {
        return Instant.ofEpochSecond(token.getIssuedAtTime());
    }

    private void ask() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address)
                .setTimeout(INTERVAL.toMillis())
                .putHeader("Accept", "application/json");
        client.request(request)
                .compose(asked -> asked.send())
                .compose(Revocations::body)
                .map(body -> Known.of(body.toJsonObject()))
                .onSuccess(this::learn)
                .onFailure(this::goOnWithoutAnswer);
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.body()
                : Future.failedFuture("auth-service answered " + response.statusCode());
    }

    private void learn(Known learnt) {
        known = learnt;
        unanswered.set(0);
    }

    /** Once is nothing: auth-service asks itself before it listens. */
    private void goOnWithoutAnswer(Throwable reason) {
        if (unanswered.incrementAndGet() == 2) {
            LOG.warnf("message=\"revoked tokens not known at present\" reason=\"%s\"", reason.getMessage());
        }
    }
}
