package io.parley.gateway.testing;

import io.vertx.core.http.HttpServerRequest;

/** A service of another team, as far as the gateway can tell. */
interface Stub {

    void handle(HttpServerRequest request);
}
