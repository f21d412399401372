package io.parley.worker.sockets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.WebSocketTarget;
import io.parley.platform.addresses.Addresses;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.http.HttpCalls;
import io.parley.worker.http.TargetUrl;
import io.parley.worker.templates.Templates;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Talks to assistants on WebSockets. */
@ApplicationScoped
class SocketDriver implements Driver<WebSocketTarget> {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Addresses addresses;
    private final HttpCalls calls;
    private final Templates templates;
    private final ObjectMapper json;
    private final NetClient plain;
    private final NetClient secure;

    SocketDriver(Vertx vertx, Addresses addresses, HttpCalls calls, Templates templates, ObjectMapper json) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.calls = calls;
        this.templates = templates;
        this.json = json;
        this.plain = vertx.createNetClient(options());
        this.secure = vertx.createNetClient(options().setSsl(true).setHostnameVerificationAlgorithm("HTTPS"));
    }

    private static NetClientOptions options() {
        return new NetClientOptions().setConnectTimeout((int) CONNECT_TIME.toMillis());
    }

    @Override
    public Class<WebSocketTarget> target() {
        return WebSocketTarget.class;
    }

    @Override
    public Dialogue open(WebSocketTarget target, Opening opening) {
        return new SocketDialogue(this, target, opening);
    }

    Vertx vertx() {
        return vertx;
    }

    HttpCalls calls() {
        return calls;
    }

    Templates templates() {
        return templates;
    }

    ObjectMapper json() {
        return json;
    }

    Uni<List<InetAddress>> addresses(TargetUrl url) {
        return addresses.of(url.plainHost());
    }

    /**
     * A connection to the first of the host's addresses where there is one; fails with {@link TooMuch} or {@link
     * io.parley.worker.BrokenOff}.
     *
     * @param limit for all of them together
     */
    Uni<Socket> connect(TargetUrl url, Map<String, String> headers, List<InetAddress> addresses, Duration limit) {
        return connect(url, headers, addresses, Deadline.in(limit))
                .onFailure(NotConnected.class)
                .transform(NotConnected::failure);
    }

    private Uni<Socket> connect(
            TargetUrl url, Map<String, String> headers, List<InetAddress> addresses, Deadline deadline) {
        Uni<Socket> preferred = connect(url, headers, addresses.getFirst(), deadline.left());
        List<InetAddress> others = addresses.subList(1, addresses.size());
        return others.isEmpty()
                ? preferred
                : preferred.onFailure(NotConnected.class).recoverWithUni(() -> connect(url, headers, others, deadline));
    }

    private Uni<Socket> connect(TargetUrl url, Map<String, String> headers, InetAddress address, Duration limit) {
        return Uni.createFrom()
                .emitter(connected ->
                        Handshake.start(url.secure() ? secure : plain, vertx, url, headers, address, limit, connected));
    }

    @PreDestroy
    void close() {
        var unused = plain.close();
        var unusedToo = secure.close();
    }
}
