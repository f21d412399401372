package io.parley.gateway.limits;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all gateways together have counted, in Redis. */
@ApplicationScoped
class SharedWindows {

    /** Longer than this a request does not wait for Redis. */
    private static final long PATIENCE_MILLIS = 250;

    private static final String LENGTH = String.valueOf(Allowance.WINDOW.toMillis());
    private static final String SCRIPT = script();

    private final RedisAPI redis;

    SharedWindows(RedisAPI redis) {
        this.redis = redis;
    }

    /** Counts a request if there is room for it; fails when Redis does not answer in time. */
    Future<Allowance> take(String caller, long limit) {
        return redis.eval(List.of(SCRIPT, "1", "parley:rate:" + caller, LENGTH, String.valueOf(limit)))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(counts -> allowance(counts, limit));
    }

    private static Allowance allowance(@Nullable Response answer, long limit) {
        Response counts = Objects.requireNonNull(answer);
        long now = number(counts, 3);
        Window window = new Window(now / Allowance.WINDOW.toMillis(), number(counts, 1), number(counts, 2));
        return window.allowance(now, limit, number(counts, 0) == 1);
    }

    private static long number(Response counts, int index) {
        return Long.parseLong(counts.get(index).toString());
    }

    private static String script() {
        try (InputStream file = SharedWindows.class.getResourceAsStream("take.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
