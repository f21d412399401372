package io.parley.auth.oidc;

import io.parley.platform.addresses.Addresses;
import io.parley.platform.addresses.UnusableHost;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
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
        if (!url.isSecure() && !allowPrivate) {
            return Uni.createFrom()
                    .failure(() -> new ProviderFailed("its address must be https: '%s'".formatted(url.uri())));
        }
        return addresses
                .of(url.plainHost())
                .map(allowed -> with(headers, url.request(method, allowed.getFirst())))
                .chain(request -> exchange(request, body))
                .onFailure()
                .transform(ProviderHttp::failed);
    }

    private static RequestOptions with(Map<String, String> headers, RequestOptions request) {
        headers.forEach(request::putHeader);
        return request;
    }

    private Uni<ProviderAnswer> exchange(RequestOptions options, Buffer body) {
        return Uni.createFrom()
                .completionStage(() -> client.request(options).toCompletionStage())
                .chain(request -> exchange(request, body))
                .ifNoItem()
                .after(TIME)
                .on(loops.clock())
                .failWith(() -> new ProviderFailed("it gave no complete answer within " + TIME.toSeconds() + " s"));
    }

    /** Nobody waits for it any more when the time is over, and so the connection ends. */
    private static Uni<ProviderAnswer> exchange(HttpClientRequest request, Buffer body) {
        return Uni.createFrom()
                .completionStage(
                        () -> request.send(body).compose(ProviderAnswer::read).toCompletionStage())
                .onCancellation()
                .invoke(request::reset);
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
