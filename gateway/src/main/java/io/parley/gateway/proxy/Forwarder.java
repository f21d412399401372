package io.parley.gateway.proxy;

import io.parley.gateway.answers.Answers;
import io.parley.gateway.answers.GatewayProblems;
import io.parley.gateway.routes.Route;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Passes requests on to a service and its answers back, both as streams and otherwise unchanged. */
@ApplicationScoped
public class Forwarder {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final UpstreamClient client;
    private final Answers answers;

    Forwarder(UpstreamClient client, Answers answers) {
        this.client = client;
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
        RequestOptions options = UpstreamClient.to(route.upstream(), request.method(), uri)
                .setHeaders(HopHeaders.towardsService(request));
        client.request(options)
                .recover(failure -> Future.failedFuture(UpstreamFailure.notConnected(route.upstream(), failure)))
                .compose(upstream -> exchange(request, upstream, route))
                .onSuccess(answer -> relay(answer, request))
                .onFailure(failure -> answers.fail(request, failure));
    }

    /** The service's answer may come before the body is through; a client that goes away takes the request along. */
    private Future<HttpClientResponse> exchange(HttpServerRequest request, HttpClientRequest upstream, Route route) {
        upstream.exceptionHandler(alsoFailsTheResponse -> {});
        request.response().closeHandler(gone -> upstream.reset());
        Future<Void> sent =
                RequestBody.pass(request, upstream, route.bodyLimit()).onSuccess(over -> client.impatient(upstream));
        return upstream.response().recover(failure -> Future.failedFuture(reason(request, route, sent, failure)));
    }

    private static Throwable reason(HttpServerRequest request, Route route, Future<Void> sent, Throwable failure) {
        if (request.response().closed()) {
            return failure;
        }
        return sent.failed() ? sent.cause() : UpstreamFailure.notAnswered(route.upstream(), failure);
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
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onFailure(brokenOff -> request.connection().close());
    }

    private static boolean mayHaveBody(HttpClientResponse answer) {
        int status = answer.statusCode();
        return !answer.request().getMethod().equals(HttpMethod.HEAD) && status != NO_CONTENT && status != NOT_MODIFIED;
    }
}
