package io.parley.gateway.proxy;

import io.parley.gateway.answers.Answers;
import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.answers.HangUp;
import io.parley.gateway.instances.Instances;
import io.parley.gateway.routes.Route;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Passes requests on to a service and its answers back, both as streams and otherwise unchanged. */
@ApplicationScoped
public class Forwarder {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final UpstreamClient client;
    private final Instances instances;
    private final Clock clock;
    private final Answers answers;

    Forwarder(UpstreamClient client, Instances instances, Clock clock, Answers answers) {
        this.client = client;
        this.instances = instances;
        this.clock = clock;
        this.answers = answers;
    }

    /**
     * Forwards a request whose headers are fit for the service.
     *
     * @param uri path and query to ask the service for
     */
    public void forward(HttpServerRequest request, Route route, String uri) {
        if (RequestBody.isTooLarge(request, route.bodyLimit())) {
            answers.fail(request, GatewayProblems.tooLarge(route.bodyLimit()));
            return;
        }
        new Errand(client, instances.visit(route.upstream()), answers, clock, request, route, uri)
                .run()
                .onSuccess(answer -> relay(answer, request))
                .onFailure(failure -> answers.fail(request, failure));
    }

    static void relay(HttpClientResponse answer, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.headWritten()) {
            answer.request().reset();
            return;
        }
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HopHeaders.towardsClient(answer.headers(), response.headers());
        if (!mayHaveBody(answer)) {
            response.end();
            return;
        }
        response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
        answer.pipe().endOnFailure(false).to(response).onFailure(brokenOff -> HangUp.on(request));
    }

    private static boolean mayHaveBody(HttpClientResponse answer) {
        int status = answer.statusCode();
        return !answer.request().getMethod().equals(HttpMethod.HEAD) && status != NO_CONTENT && status != NOT_MODIFIED;
    }
}
