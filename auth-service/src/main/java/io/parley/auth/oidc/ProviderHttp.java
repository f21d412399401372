package io.parley.auth.oidc;

import io.parley.platform.addresses.Addresses;
import io.parley.platform.addresses.UnusableHost;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks providers over HTTP, at addresses that were checked, and follows no redirects. Users name providers, so it is to
 * them as to targets that private addresses are refused unless the operator allows them, and so is HTTP without TLS: who
 * can read and change what a provider says can be anybody. Every failure is {@link ProviderFailed}.
 */
@ApplicationScoped
class ProviderHttp {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration IDLE_TIME = Duration.ofSeconds(15);

    private final Addresses addresses;
    private final EventLoops loops;
    private final boolean allowPrivate;
    private final HttpClient client;

    ProviderHttp(
            Vertx vertx,
            Addresses addresses,
            EventLoops loops,
            @ConfigProperty(name = "parley.targets.allow-private", defaultValue = "false") boolean allowPrivate) {
        this.addresses = addresses;
        this.loops = loops;
        this.allowPrivate = allowPrivate;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIME.toMillis())
                .setIdleTimeout((int) IDLE_TIME.toSeconds())
                .setTracingPolicy(TracingPolicy.IGNORE)); // traces would carry secrets
    }

    Uni<ProviderAnswer> get(ProviderUrl url) {
        return ask(url, HttpMethod.GET, Map.of(), Buffer.buffer());
    }

    /** @param form its fields, URL-encoded */
    Uni<ProviderAnswer> post(ProviderUrl url, Map<String, String> headers, String form) {
        return ask(url, HttpMethod.POST, headers, Buffer.buffer(form));
    }

    private Uni<ProviderAnswer> ask(ProviderUrl url, HttpMethod method, Map<String, String> headers, Buffer body) {
        return Uni.createFrom()
                .item(url)
                .invoke(this::requireUsable)
                .chain(usable -> addresses.of(usable.plainHost()))
                .map(allowed -> with(headers, url.request(method, allowed.getFirst())))
                .chain(request -> exchange(request, body))
                .onFailure()
                .transform(ProviderHttp::failed);
    }

    /** Fails with an address that no provider may have: neither is it asked there nor is anybody sent there. */
    void requireUsable(ProviderUrl url) {
        if (!url.isSecure() && !allowPrivate) {
            throw new ProviderFailed("its address must be https: '%s'".formatted(url.uri()));
        }
    }

    private static RequestOptions with(Map<String, String> headers, RequestOptions request) {
        headers.forEach(request::putHeader);
        return request;
    }

    private Uni<ProviderAnswer> exchange(RequestOptions options, Buffer body) {
        return request(options)
                .chain(request -> exchange(request, body))
                .ifNoItem()
                .after(TIME)
                .on(loops.clock())
                .failWith(() -> new ProviderFailed("it gave no complete answer within " + TIME.toSeconds() + " s"));
    }

    /** Waits for a connection no longer than it takes to make one; a request that comes when nobody waits any more gives it back. */
    private Uni<HttpClientRequest> request(RequestOptions options) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicBoolean handedOver = new AtomicBoolean();
            Future<HttpClientRequest> connecting = client.request(options.setConnectTimeout(CONNECT_TIME.toMillis()))
                    .onSuccess(request -> handOver(request, handedOver, emitter))
                    .onFailure(emitter::fail);
            var unused = emitter.onTermination(() -> giveBack(connecting, handedOver));
        });
    }

    private static void handOver(
            HttpClientRequest request, AtomicBoolean handedOver, UniEmitter<? super HttpClientRequest> emitter) {
        handedOver.set(true);
        emitter.complete(request);
    }

    private static void giveBack(Future<HttpClientRequest> connecting, AtomicBoolean handedOver) {
        if (!handedOver.get()) {
            var unused = connecting.onSuccess(ProviderHttp::abandon);
        }
    }

    private static void abandon(HttpClientRequest request) {
        request.exceptionHandler(expected -> {}); // which would log that it was reset
        var unused = request.reset();
    }

    /** Nobody waits for it any more when the time is over, and so the connection ends. */
    private static Uni<ProviderAnswer> exchange(HttpClientRequest request, Buffer body) {
        return Uni.createFrom()
                .completionStage(
                        () -> request.send(body).compose(ProviderAnswer::read).toCompletionStage())
                .onCancellation()
                .invoke(() -> abandon(request));
    }

    private static ProviderFailed failed(Throwable failure) {
        return switch (failure) {
            case ProviderFailed known -> known;
            case UnusableHost unusable -> new ProviderFailed(String.valueOf(unusable.getMessage()));
            default -> new ProviderFailed("there is no connection to it, or it broke off");
        };
    }

    @PreDestroy
    void close() {
        var unused = client.close();
    }
}
