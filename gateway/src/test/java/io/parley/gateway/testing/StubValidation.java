package io.parley.gateway.testing;

import io.vertx.core.http.HttpServerRequest;

/** Says what it was asked. */
final class StubValidation implements Stub {

    @Override
    public void handle(HttpServerRequest request) {
        if ("/q/openapi".equals(request.path())) {
            request.response().end(StubDocuments.VALIDATION);
        } else {
            Echo.answer(request);
        }
    }
}
