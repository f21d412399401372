package io.parley.gateway.proxy;

import io.parley.gateway.routes.Instance;
import io.vertx.core.http.HttpClientRequest;

/** A request that has its connection to an instance; nothing is sent yet. */
record Reached(Instance instance, HttpClientRequest request) {}
