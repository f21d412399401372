package io.parley.gateway.proxy;

import io.parley.gateway.routes.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Connections to the services: a pool for requests, and one for tunnels, which keep theirs. */
@ApplicationScoped
public class UpstreamClient {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_WAITING = 1024;
    private static final int MAX_TUNNELS = 10_000;

    private final HttpClient requests;
    private final HttpClient tunnels;
    private final Duration answerTimeout;

    UpstreamClient(Vertx vertx, ProxySettings settings) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                .setMaxWaitQueueSize(MAX_WAITING);
        this.requests = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        this.tunnels = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_TUNNELS));
        this.answerTimeout = settings.answerTimeout();
    }

    /**
     * A whole small answer.
     *
     * @param body of at most a few megabytes
     */
    public record Answer(int status, Buffer body) {}

    /** Asks a service something on the gateway's own behalf. */
    public Future<Answer> call(Upstream upstream, HttpMethod method, String uri, Buffer body) {
        RequestOptions options =
                to(upstream, method, uri).putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json");
        return requests.request(options)
                .compose(request -> impatient(request).send(body))
                .compose(UpstreamClient::whole);
    }

    Future<HttpClientRequest> request(RequestOptions options) {
        return requests.request(options);
    }

    Future<HttpClientRequest> tunnel(RequestOptions options) {
        return tunnels.request(options);
    }

    /** Lets the request fail with a timeout when the service stays silent from now on. */
    HttpClientRequest impatient(HttpClientRequest request) {
        return request.idleTimeout(answerTimeout.toMillis());
    }

    static RequestOptions to(Upstream upstream, HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.tls())
                .setURI(uri);
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body));
    }
}
