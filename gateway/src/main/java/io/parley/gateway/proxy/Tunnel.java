package io.parley.gateway.proxy;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.parley.gateway.answers.Answers;
import io.parley.gateway.instances.Instances;
import io.parley.gateway.instances.Visit;
import io.parley.gateway.routes.Instance;
import io.parley.gateway.routes.Route;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Connects a WebSocket client with a service. After the handshake bytes are passed on as they come, in both directions
 * and no faster than they are taken; so frames, compression and close codes are what the two ends agree on.
 */
@ApplicationScoped
public class Tunnel {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Vertx vertx;
    private final UpstreamClient client;
    private final Instances instances;
    private final Answers answers;

    Tunnel(Vertx vertx, UpstreamClient client, Instances instances, Answers answers) {
        this.vertx = vertx;
        this.client = client;
        this.instances = instances;
        this.answers = answers;
    }

    /** Whether the client asks for a WebSocket. */
    public static boolean isAskedFor(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    /**
     * Opens the tunnel; a refusal of the service is passed on as it is.
     *
     * @param uri path and query to ask the service for
     */
    public void open(HttpServerRequest request, Route route, String uri) {
        MultiMap headers = HopHeaders.towardsService(request);
        askForUpgrade(headers);
        Visit visit = instances.visit(route.upstream());
        client.tunnel(visit, UpstreamClient.to(HttpMethod.GET, uri).setHeaders(headers))
                .compose(reached -> handshake(request, reached, visit))
                .onSuccess(answer -> connect(answer, request, headers))
                .onFailure(failure -> answers.fail(request, failure));
    }

    private Future<HttpClientResponse> handshake(HttpServerRequest request, Reached reached, Visit visit) {
        HttpClientRequest upstream = reached.request();
        upstream.exceptionHandler(alsoFailsTheResponse -> {});
        request.response().closeHandler(gone -> upstream.reset());
        return upstream.idleTimeout(client.patience(visit.upstream()).toMillis())
                .connect()
                .onSuccess(answer -> visit.answered(reached.instance()))
                .recover(failure -> unanswered(request, reached.instance(), visit, failure));
    }

    private static Future<HttpClientResponse> unanswered(
            HttpServerRequest request, Instance instance, Visit visit, Throwable failure) {
        if (!request.response().closed()) {
            UpstreamFailure.log(instance, failure);
            visit.failed(instance);
        }
        return Future.failedFuture(UpstreamFailure.notAnswered(failure));
    }

    private void connect(HttpClientResponse answer, HttpServerRequest request, MultiMap sent) {
        if (answer.statusCode() != SWITCHING_PROTOCOLS) {
            Forwarder.relay(answer, request);
            return;
        }
        NetSocket service = answer.netSocket();
        service.pause();
        HttpServerResponse response = request.response();
        HopHeaders.towardsClient(answer.headers(), response.headers());
        askForUpgrade(response.headers());
        request.toNetSocket()
                .onSuccess(client -> join(client, service))
                .onSuccess(open -> vertx.runOnContext(settled ->
                        forget(request.headers(), sent, answer.request().headers(), answer.headers())))
                .onFailure(gone -> service.close());
    }

    /**
     * Both connections hold on to what they began with, and with a token in it that is half of what an idle tunnel takes. While
     * the upgrade is under way they still look at it.
     */
    private static void forget(MultiMap... headers) {
        Stream.of(headers).forEach(MultiMap::clear);
    }

    private static void join(NetSocket client, NetSocket service) {
        mayBeIdle(client);
        client.pipeTo(service).onComplete(over -> service.close());
        service.pipeTo(client).onComplete(over -> client.close());
    }

    /** Who has nothing to say on a WebSocket is no slow client: the bound on idle connections is not for these. */
    private static void mayBeIdle(NetSocket client) {
        if (client instanceof NetSocketInternal socket) {
            ChannelPipeline pipeline = socket.channelHandlerContext().pipeline();
            Optional.ofNullable(pipeline.get(IdleStateHandler.class)).ifPresent(pipeline::remove);
        }
    }

    private static void askForUpgrade(MultiMap headers) {
        headers.set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE).set(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
    }
}
