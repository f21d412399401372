package io.parley.gateway.proxy;

import io.parley.gateway.answers.Answers;
import io.parley.gateway.instances.Visit;
import io.parley.gateway.routes.Instance;
import io.parley.gateway.routes.Route;
import io.parley.platform.problems.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One request on its way to an answer. What may be done twice and has no body goes to another instance when one does not
 * answer or says that it cannot, as long as there is time.
 */
final class Errand {

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    private final UpstreamClient client;
    private final Visit visit;
    private final Answers answers;
    private final Clock clock;
    private final HttpServerRequest request;
    private final Route route;
    private final String uri;
    private final Duration patience;
    private final Instant until;
    private final boolean repeatable;

    Errand(
            UpstreamClient client,
            Visit visit,
            Answers answers,
            Clock clock,
            HttpServerRequest request,
            Route route,
            String uri) {
        this.client = client;
        this.visit = visit;
        this.answers = answers;
        this.clock = clock;
        this.request = request;
        this.route = route;
        this.uri = uri;
        this.patience = client.patience(route.upstream());
        this.until = clock.instant().plus(patience);
        this.repeatable = IDEMPOTENT.contains(request.method()) && !AnnouncedBody.isIn(request);
    }

    /** The answer to pass on. Fails with the problem to answer with. */
    Future<HttpClientResponse> run() {
        return send(patience);
    }

    private Future<HttpClientResponse> send(Duration answerTime) {
        return client.request(
                        visit, UpstreamClient.to(request.method(), uri).setHeaders(HopHeaders.towardsService(request)))
                .compose(reached -> exchange(reached, answerTime));
    }

    /** The service's answer may come before the body is through; a client that goes away takes the request along. */
    private Future<HttpClientResponse> exchange(Reached reached, Duration answerTime) {
        HttpClientRequest upstream = reached.request();
        upstream.exceptionHandler(alsoFailsTheResponse -> {});
        request.response().closeHandler(gone -> upstream.reset());
        Future<Void> sent = RequestBody.pass(request, upstream, route.bodyLimit())
                .onSuccess(over -> upstream.idleTimeout(answerTime.toMillis()))
                .onFailure(this::refuseAtOnce);
        return upstream.response()
                .compose(
                        answer -> answered(reached.instance(), answer),
                        failure -> unanswered(reached.instance(), sent, failure));
    }

    /** The connection of a malformed body does not live until the service's request has failed for it. */
    private void refuseAtOnce(Throwable failure) {
        if (failure instanceof Problem known) {
            answers.fail(request, known);
        }
    }

    private Future<HttpClientResponse> answered(Instance instance, HttpClientResponse answer) {
        visit.answered(instance);
        if (!saysItCannot(answer) || !mayGoOn()) {
            return Future.succeededFuture(answer);
        }
        answer.pause();
        return again().onSuccess(better -> drop(answer)).recover(noOther -> Future.succeededFuture(answer));
    }

    private static void drop(HttpClientResponse answer) {
        answer.exceptionHandler(broughtAboutHere -> {}).request().reset();
    }

    private Future<HttpClientResponse> unanswered(Instance instance, Future<Void> sent, Throwable failure) {
        if (request.response().closed() || request.response().ended()) {
            return Future.failedFuture(failure);
        }
        if (sent.failed() && sent.cause() instanceof Problem known) {
            return Future.failedFuture(known);
        }
        UpstreamFailure.log(instance, failure);
        visit.failed(instance);
        Problem problem = UpstreamFailure.notAnswered(failure);
        return mayGoOn() ? again().recover(noOther -> Future.failedFuture(problem)) : Future.failedFuture(problem);
    }

    /** Another instance has what is left of the time to begin its answer, and to go on with it as long as any. */
    private Future<HttpClientResponse> again() {
        return send(timeLeft()).onSuccess(answer -> answer.request().idleTimeout(patience.toMillis()));
    }

    private static boolean saysItCannot(HttpClientResponse answer) {
        return answer.statusCode() == BAD_GATEWAY || answer.statusCode() == UNAVAILABLE;
    }

    private boolean mayGoOn() {
        return repeatable && timeLeft().toMillis() > 0;
    }

    private Duration timeLeft() {
        return Duration.between(clock.instant(), until);
    }
}
