package io.parley.validation.chat;

import io.parley.platform.addresses.Addresses;
import io.parley.platform.addresses.UnusableHost;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.secrets.Sealer;
import io.parley.validation.models.Model;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Asks models, as many times as it takes and as is sensible, and never more at once than each of them may have. */
@ApplicationScoped
public class Chat {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    private static final int MOST_CONNECTIONS = 256;

    private final Vertx vertx;
    private final EventLoops loops;
    private final Addresses addresses;
    private final Sealer sealer;
    private final Places places;
    private final Tolerance tolerance;
    private final Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextLong());
    private final HttpClient client;

    Chat(Vertx vertx, EventLoops loops, Addresses addresses, Sealer sealer, Places places, Tolerance tolerance) {
        this.vertx = vertx;
        this.loops = loops;
        this.addresses = addresses;
        this.sealer = sealer;
        this.places = places;
        this.tolerance = tolerance;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT_TIME.toMillis())
                        .setTracingPolicy(TracingPolicy.IGNORE)) // what is judged and by whom belongs into no trace
                .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
                .build();
    }

    /**
     * The model's reply; fails with {@link ChatFailed} when there is none, which is after four tries where the endpoint
     * is unreachable, silent, busy (429) or broken (5xx), and at once where it refuses.
     */
    public Uni<Reply> ask(Model model, List<Message> messages) {
        return attempt(ChatCall.of(model, messages), 1);
    }

    private Uni<Reply> attempt(ChatCall call, int tries) {
        return places.in(call.model(), () -> once(call, tries))
                .onFailure(TryFailed.class)
                .recoverWithUni(failed -> again(call, tries, failed));
    }

    private Uni<Reply> again(ChatCall call, int tries, TryFailed failed) {
        Optional<Duration> pause = pauses.before(tries, failed.wish());
        return pause.isEmpty()
                ? Uni.createFrom().failure(new ChatFailed(failed.getMessage() + told(tries)))
                : loops.pause(pause.get()).chain(() -> attempt(call, tries + 1));
    }

    private static String told(int tries) {
        return tries == 1 ? "" : ", " + tries + " times";
    }

    /** Each try goes to the next of the host's addresses. */
    private Uni<Reply> once(ChatCall call, int tries) {
        return addresses
                .of(call.plainHost())
                .onFailure(UnusableHost.class)
                .transform(unusable -> new ChatFailed(String.valueOf(unusable.getMessage())))
                .chain(known -> converse(call, known.get((tries - 1) % known.size())));
    }

    private Uni<Reply> converse(ChatCall call, InetAddress address) {
        Set<Extra> extras = tolerance.extras(call.model().endpoint());
        return send(call, address, extras).chain(response -> replyOrLess(call, address, extras, response));
    }

    /** Without what the endpoint does not take, it is asked again at once. */
    private Uni<Reply> replyOrLess(ChatCall call, InetAddress address, Set<Extra> extras, ChatResponse response) {
        if (!response.isRefusal() || extras.isEmpty()) {
            return Uni.createFrom().item(() -> reply(response));
        }
        tolerance.refused(call.model().endpoint(), Extra.namedIn(response.body(), extras));
        return converse(call, address);
    }

    private static Reply reply(ChatResponse response) {
        if (response.isSuccess()) {
            return response.reply();
        }
        String reason = "it answered with status " + response.status();
        if (response.isPassing()) {
            throw new TryFailed(reason, RetryAfter.seconds(response.retryAfter()));
        }
        throw new ChatFailed(reason + hint(response.status()));
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "; is its key right?";
            case 404 -> "; are its address and its name right?";
            default -> status / 100 == 3 ? "; redirects are not followed" : "";
        };
    }

    private Uni<ChatResponse> send(ChatCall call, InetAddress address, Set<Extra> extras) {
        RequestOptions options = call.to(address);
        @Nullable String key = key(call.model());
        if (key != null) {
            options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        }
        Buffer body = call.body(extras);
        return Uni.createFrom()
                .emitter(result ->
                        ChatTry.start(client, vertx, options, body, call.model().timeout(), result));
    }

    private @Nullable String key(Model model) {
        String sealed = model.endpoint().sealedKey();
        try {
            return sealed == null ? null : sealer.open(sealed);
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            throw new ChatFailed("its key cannot be opened with this platform's master key; store it anew");
        }
    }

    @PreDestroy
    void close() {
        var unused = client.close();
    }
}
