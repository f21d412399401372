package io.parley.bench.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** Asks one service for JSON; any answer but 200 is a failure. */
final class Http {

    private static final int OK = 200;

    private final HttpClient client;
    private final URI address;

    Http(Vertx vertx, URI address, int connections) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
        this.address = address;
    }

    Future<JsonObject> get(String path, String token) {
        return send(to(HttpMethod.GET, path).putHeader("Authorization", "Bearer " + token), "");
    }

    Future<JsonObject> post(String path, String type, String body) {
        return send(to(HttpMethod.POST, path).putHeader("Content-Type", type), body);
    }

    private RequestOptions to(HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(path);
    }

    private Future<JsonObject> send(RequestOptions options, String body) {
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(answer -> answer.body().compose(text -> read(options.getURI(), answer.statusCode(), text)));
    }

    private static Future<JsonObject> read(String path, int status, Buffer body) {
        return status == OK
                ? Future.succeededFuture(body.toJsonObject())
                : Future.failedFuture(path + " was answered " + status + " " + body);
    }
}
