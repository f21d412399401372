package io.parley.gateway.proxy;

import io.parley.gateway.instances.Instances;
import io.parley.gateway.instances.Visit;
import io.parley.gateway.routes.Instance;
import io.parley.gateway.routes.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
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
    private final Instances instances;
    private final Duration answerTimeout;

    UpstreamClient(Vertx vertx, Instances instances, ProxySettings settings) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                .setMaxWaitQueueSize(MAX_WAITING);
        this.requests = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        this.tunnels = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_TUNNELS));
        this.instances = instances;
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
        Visit visit = instances.visit(upstream);
        RequestOptions options = to(method, uri).putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json");
        return request(visit, options)
                .compose(reached -> send(visit, reached, body))
                .compose(UpstreamClient::whole);
    }

    private Future<HttpClientResponse> send(Visit visit, Reached reached, Buffer body) {
        return reached.request()
                .idleTimeout(patience(visit.upstream()).toMillis())
                .send(body)
                .onSuccess(answer -> visit.answered(reached.instance()))
                .onFailure(failure -> visit.failed(reached.instance()));
    }

    /**
     * Connects with the first instance in turn that can be reached. Fails with a problem when none can: then no instance got
     * anything of the request.
     */
    Future<Reached> request(Visit visit, RequestOptions options) {
        return connect(requests, visit, options);
    }

    /** As {@link #request}, for a connection that the request keeps. */
    Future<Reached> tunnel(Visit visit, RequestOptions options) {
        return connect(tunnels, visit, options);
    }

    /** Longest time without a byte of an answer of the service. */
    Duration patience(Upstream upstream) {
        return upstream.answerTimeout().orElse(answerTimeout);
    }

    static RequestOptions to(HttpMethod method, String uri) {
        return new RequestOptions().setMethod(method).setURI(uri);
    }

    private static Future<Reached> connect(HttpClient pool, Visit visit, RequestOptions options) {
        return visit.next()
                .map(instance -> pool.request(at(instance, options))
                        .map(request -> new Reached(instance, request))
                        .recover(failure -> goOn(pool, visit, options, instance, failure)))
                .orElseGet(() -> Future.failedFuture(UpstreamFailure.notConnected()));
    }

    private static Future<Reached> goOn(
            HttpClient pool, Visit visit, RequestOptions options, Instance unreached, Throwable failure) {
        UpstreamFailure.log(unreached, failure);
        visit.failed(unreached);
        return connect(pool, visit, options);
    }

    private static RequestOptions at(Instance instance, RequestOptions options) {
        return options.setHost(instance.host()).setPort(instance.port()).setSsl(instance.tls());
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body));
    }
}
