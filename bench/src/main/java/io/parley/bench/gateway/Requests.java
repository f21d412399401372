package io.parley.bench.gateway;

import io.parley.bench.load.Load;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Collections;

/** Small requests to one address; any answer but 200 is a failure. */
final class Requests implements Load.Client {

    private static final int OK = 200;

    private final HttpClient client;
    private final RequestOptions request;

    private Requests(HttpClient client, RequestOptions request) {
        this.client = client;
        this.request = request;
    }

    /** A load of so many connections. */
    static Load load(Vertx vertx, URI address, String token, int connections) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(StubService.SMALL)
                .putHeader("Authorization", "Bearer " + token);
        return new Load(vertx, Collections.nCopies(connections, new Requests(client, request)));
    }

    @Override
    public Future<?> ask() {
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : Future.failedFuture("answered " + answer.statusCode()));
    }
}
