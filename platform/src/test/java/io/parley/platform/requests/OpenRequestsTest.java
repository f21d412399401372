package io.parley.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {

    private static final int PATIENCE_SECONDS = 20;
    private static final String HELD = "/held";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final OpenRequests requests = new OpenRequests();
    private final BlockingQueue<RoutingContext> held = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Filters filters = new Filters();
        requests.register(filters);
        Router router = Router.router(vertx);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route(HELD).handler(held::add);
        router.route().handler(routing -> routing.response().end());
        server = join(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() throws Exception {
        join(vertx.close());
    }

    @Test
    void what_was_asked_before_the_stop_is_answered_and_what_comes_after_it_is_sent_away() throws Exception {
        Future<Integer> before = ask(HELD, new RequestOptions());
        RoutingContext open = held();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> requests.finish(new ShutdownEvent()));
        await().untilAsserted(
                        () -> assertThat(join(ask("/", new RequestOptions()))).isEqualTo(503));
        assertThat(stop).isNotDone();
        open.response().setStatusCode(204).end();

        stop.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(join(before)).isEqualTo(204);
    }

    @Test
    void neither_an_ended_request_nor_a_socket_is_waited_for() throws Exception {
        Future<Integer> ended = ask(HELD, new RequestOptions());
        held().response().end();
        join(ended);
        Future<Integer> socket = ask(
                HELD, new RequestOptions().putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket"));
        RoutingContext open = held();

        requests.finish(new ShutdownEvent());

        assertThat(open.response().ended()).isFalse();
        open.response().end();
        join(socket);
    }

    private Future<Integer> ask(String path, RequestOptions options) {
        return client.request(options.setMethod(HttpMethod.GET)
                        .setHost("127.0.0.1")
                        .setPort(server.actualPort())
                        .setURI(path))
                .compose(request -> request.send())
                .map(response -> response.statusCode());
    }

    private RoutingContext held() throws InterruptedException, TimeoutException {
        RoutingContext open = held.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (open == null) {
            throw new TimeoutException("no request has arrived");
        }
        return open;
    }

    private static <T> T join(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
