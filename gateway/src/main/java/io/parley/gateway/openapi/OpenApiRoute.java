package io.parley.gateway.openapi;

import io.parley.gateway.answers.Answers;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the description of the whole API to anybody. */
@Singleton
final class OpenApiRoute {

    private final OpenApiDocument document;
    private final Answers answers;

    OpenApiRoute(OpenApiDocument document, Answers answers) {
        this.document = document;
        this.answers = answers;
    }

    void open(@Observes Router router) {
        router.get("/api/v1/openapi.json").handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        document.get()
                .onSuccess(bytes -> routing.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .end(bytes))
                .onFailure(failure -> answers.fail(routing.request(), failure));
    }
}
