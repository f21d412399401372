package io.parley.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Services of several instances: {@code pair} is {@code a} and {@code b}, of {@code half} one is down, {@code lone} is one, as
 * is {@code calm}, which may take its time. An instance says its name, unless a header with its name says what else it does.
 */
public final class StubReplicas implements QuarkusTestResourceLifecycleManager {

    private static final long LONGER_THAN_OTHERS_MAY = 1_500;

    private @Nullable Vertx vertx;

    @Override
    public Map<String, String> start() {
        Vertx own = Vertx.vertx();
        vertx = own;
        Map<String, String> settings = new HashMap<>();
        add(settings, "pair", address(listen(own, "a")), address(listen(own, "b")));
        add(settings, "half", address(StubServices.closedPort()), address(listen(own, "up")));
        add(settings, "lone", address(listen(own, "lone")));
        add(settings, "calm", address(listen(own, "calm")));
        settings.put("parley.gateway.services.calm.answer-timeout", "20s");
        return settings;
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close();
        }
    }

    private static void add(Map<String, String> settings, String service, String... addresses) {
        String prefix = "parley.gateway.services." + service;
        settings.put("parley." + service + ".url", Stream.of(addresses).collect(Collectors.joining(",")));
        settings.put(prefix + ".url", "${parley." + service + ".url}");
        settings.put(prefix + ".paths", "/api/v1/" + service);
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static int listen(Vertx vertx, String name) {
        return StubServices.listen(vertx, request -> answer(vertx, request, name));
    }

    private static void answer(Vertx vertx, HttpServerRequest request, String name) {
        switch (String.valueOf(request.getHeader("Stub-" + name))) {
            case "hang-up" -> request.connection().close();
            case "slow" ->
                vertx.setTimer(
                        LONGER_THAN_OTHERS_MAY, late -> request.response().end(name));
            case "502" -> request.response().setStatusCode(502).end("not " + name);
            case "503" -> request.response().setStatusCode(503).end("not " + name);
            default -> request.response().end(name);
        }
    }
}
