package io.parley.bench.target;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A target for benchmarks and fault tests: an HTTP server with one event loop.
 *
 * <p>{@code POST /chat} with {@code {"message": "..."}} is answered with {@code {"answer": "You said: ..."}} after the
 * delay, and counted by its message. A second port, which also answers during an outage, controls it:
 *
 * <ul>
 *   <li>{@code GET /received}: a {@link Tally} without messages, {@code GET /received?messages} with them
 *   <li>{@code DELETE /received}: forgets what was received
 *   <li>{@code PUT /delay?ms=50}: delays every answer from now on
 *   <li>{@code POST /outage?seconds=10}: drops every connection and refuses new ones that long; answered at its end
 * </ul>
 *
 * <p>Runs within a JVM, or as a process of its own: {@code MockTarget [--port N] [--control-port N] [--delay MILLIS]}
 * prints {@code {"url": ..., "control": ...}} once it is ready and ends with its standard input.
 */
public final class MockTarget implements AutoCloseable {

    private final Vertx vertx;
    private final ChatServer chat;
    private final ControlServer control;

    private MockTarget(Vertx vertx, ChatServer chat, ControlServer control) {
        this.vertx = vertx;
        this.chat = chat;
        this.control = control;
    }

    /** Starts on two free ports of the loopback address. */
    public static MockTarget start(Duration delay) {
        return start(new Options(0, 0, delay));
    }

    static MockTarget start(Options options) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        ChatServer chat = new ChatServer(vertx, options.delay());
        ControlServer control = new ControlServer(vertx, chat);
        join(chat.listen(options.port()).compose(ready -> control.listen(options.controlPort())));
        return new MockTarget(vertx, chat, control);
    }

    /** Where it takes messages. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + chat.port() + ChatServer.PATH);
    }

    /** Where it takes orders. */
    public URI controlUrl() {
        return URI.create("http://127.0.0.1:" + control.port());
    }

    /** What it was asked since the start or the last {@link #forget()}. */
    public Tally received() {
        return join(chat.received(true));
    }

    public void forget() {
        join(chat.forget());
    }

    /** Delays every answer from now on. */
    public void delay(Duration delay) {
        chat.delay(delay);
    }

    /** Dies for a while: connections break, new ones are refused. Completes when it is back on the same port. */
    public CompletableFuture<Void> outage(Duration duration) {
        return chat.outage(duration).toCompletionStage().toCompletableFuture();
    }

    @Override
    public void close() {
        join(vertx.close());
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("the mock target failed", failure.getCause());
        }
    }

    public static void main(String... arguments) throws IOException {
        try (MockTarget target = start(Options.of(arguments))) {
            System.out.println("{\"url\":\"" + target.url() + "\",\"control\":\"" + target.controlUrl() + "\"}");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
