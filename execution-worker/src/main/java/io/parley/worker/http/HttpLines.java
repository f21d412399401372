package io.parley.worker.http;

import io.netty.channel.EventLoop;
import io.parley.platform.addresses.Addresses;
import io.parley.platform.eventloops.EventLoops;
import io.parley.worker.BrokenOff;
import io.parley.worker.WorkerSettings;
import io.parley.worker.dialogues.Opening;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Opens lines to targets over HTTP. Every event loop has connections of its own, so that no request changes threads. */
@ApplicationScoped
public class HttpLines {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    /** Shorter than what common servers allow (5 s and more), so that they rarely close what is just taken up again. */
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final EventLoops loops;
    private final Addresses addresses;
    private final Retries retries =
            new Retries(() -> ThreadLocalRandom.current().nextLong());
    private final PoolOptions pool;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    HttpLines(Vertx vertx, EventLoops loops, Addresses addresses, WorkerSettings settings) {
        this.vertx = vertx;
        this.loops = loops;
        this.addresses = addresses;
        this.pool = new PoolOptions().setHttp1MaxSize(settings.concurrency());
    }

    /** Traces and metrics of the client would carry URLs of targets, and with them secrets. */
    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIME.toMillis())
                .setKeepAliveTimeout((int) KEPT_ALIVE.toSeconds())
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /** The line of one conversation. */
    public HttpLine open(Opening opening) {
        return new HttpLine(this, opening);
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

    Uni<HttpResponse> send(HttpCall call, InetAddress address, Duration limit, Supplier<BrokenOff> onTimeout) {
        return Uni.createFrom()
                .emitter(result -> HttpTry.start(client(), vertx, call, address, limit, onTimeout, result));
    }

    private HttpClient client() {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        HttpClient client = clients.get(loop);
        return client == null ? clients.computeIfAbsent(loop, first -> newClient()) : client;
    }

    private HttpClient newClient() {
        return vertx.httpClientBuilder().with(options()).with(pool).build();
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }
}
