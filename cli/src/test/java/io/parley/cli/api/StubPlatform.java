package io.parley.cli.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A platform on a real socket that gives the answers a test has prepared, in their order. It has no progress feed. */
public final class StubPlatform implements AutoCloseable {

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    private StubPlatform(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
    }

    public static StubPlatform start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        StubPlatform platform = new StubPlatform(HttpServer.create(anyPort, 0));
        platform.server.start();
        return platform;
    }

    /** The next answer; one without a body is written as an empty text. */
    public StubPlatform answer(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** The API of somebody who has just logged in. */
    public ParleyApi login() {
        answer(200, "{\"accessToken\":\"token\",\"refreshToken\":\"r\"}");
        return ParleyApi.login(address(), "owner@example.com", "secret");
    }

    /** What was asked, as method, path and credential. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What came with each request; an empty text with one that had no body. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, next(exchange));
        }
    }

    private Answer next(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/progress")) {
            return new Answer(404, "");
        }
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = answers.poll();
        return answer == null ? new Answer(500, "no answer was prepared") : answer;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
