package io.parley.worker.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.HttpTarget;
import io.parley.platform.addresses.Addresses;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.secrets.Sealer;
import io.parley.worker.BrokenOff;
import io.parley.worker.WorkerSettings;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Opens dialogues with HTTP targets, over one pool of connections. */
@ApplicationScoped
public class HttpDialogues {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    /** Shorter than what common servers allow (5 s and more), so that they rarely close what is just taken up again. */
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final EventLoops loops;
    private final Addresses addresses;
    private final HttpCalls calls;
    private final Sealer sealer;
    private final ObjectReader reader;
    private final Retries retries =
            new Retries(() -> ThreadLocalRandom.current().nextLong());
    private final HttpClient client;

    HttpDialogues(
            Vertx vertx,
            EventLoops loops,
            Addresses addresses,
            HttpCalls calls,
            Sealer sealer,
            ObjectMapper json,
            WorkerSettings settings) {
        this.vertx = vertx;
        this.loops = loops;
        this.addresses = addresses;
        this.calls = calls;
        this.sealer = sealer;
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.client = vertx.httpClientBuilder()
                .with(options())
                .with(new PoolOptions().setHttp1MaxSize(settings.concurrency()))
                .build();
    }

    /** Traces and metrics of the client would carry URLs of targets, and with them secrets. */
    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIME.toMillis())
                .setKeepAliveTimeout((int) KEPT_ALIVE.toSeconds())
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /**
     * A dialogue of one conversation with the target.
     *
     * @param conversation the id under which the target knows it
     * @param slot the conversation's place at the target
     * @param deadline of the conversation; waiting for the target's rate does not count
     */
    public HttpDialogue open(HttpTarget target, String conversation, Slot slot, Deadline deadline) {
        return new HttpDialogue(
                this, target, conversation, slot, deadline, new Secrets(target.sealedSecrets(), sealer));
    }

    HttpCalls calls() {
        return calls;
    }

    Addresses addresses() {
        return addresses;
    }

    Retries retries() {
        return retries;
    }

    EventLoops loops() {
        return loops;
    }

    JsonBody body(String text, Secrets secrets) {
        return new JsonBody(text, reader, secrets);
    }

    Uni<HttpResponse> send(HttpCall call, InetAddress address, Duration limit, Supplier<BrokenOff> onTimeout) {
        return Uni.createFrom()
                .emitter(result -> HttpTry.start(client, vertx, call, address, limit, onTimeout, result));
    }

    @PreDestroy
    void close() {
        var unused = client.close();
    }
}
