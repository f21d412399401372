package io.parley.gateway.limits;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What all gateways together have counted, in Redis. While it is asked for a caller, further requests of that caller wait, and
 * the next question is for all of them: who sends many at once costs few questions.
 */
@ApplicationScoped
class SharedWindows {

    /** Longer than this Redis is not waited for. */
    private static final long PATIENCE_MILLIS = 250;

    private static final String LENGTH = String.valueOf(Allowance.WINDOW.toMillis());
    private static final String SCRIPT = script();

    private final RedisAPI redis;

    /** Requests that wait for the answer to an earlier question, by the caller whom that is for. */
    private final Map<String, List<Promise<Allowance>>> waiting = new HashMap<>();

    SharedWindows(RedisAPI redis) {
        this.redis = redis;
    }

    /** Counts a request if there is room for it; fails when Redis does not answer in time. */
    Future<Allowance> take(String caller, long limit) {
        Promise<Allowance> promise = ContextInternal.current().promise();
        if (isFirst(caller, promise)) {
            ask(caller, limit, List.of(promise));
        }
        return promise.future();
    }

    private synchronized boolean isFirst(String caller, Promise<Allowance> promise) {
        List<Promise<Allowance>> others = waiting.putIfAbsent(caller, new ArrayList<>());
        return others == null || !others.add(promise);
    }

    private void ask(String caller, long limit, List<Promise<Allowance>> together) {
        redis.eval(List.of(
                        SCRIPT,
                        "1",
                        "parley:rate:" + caller,
                        LENGTH,
                        String.valueOf(limit),
                        String.valueOf(together.size())))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(counts -> allowances(Objects.requireNonNull(counts), limit, together.size()))
                .onSuccess(allowances -> answer(caller, limit, together, allowances))
                .onFailure(failure -> fail(caller, together, failure));
    }

    /** As many as found room may pass, those that came first. */
    private static List<Allowance> allowances(Response counts, long limit, int requests) {
        long taken = number(counts, 0);
        long now = number(counts, 3);
        Window window = new Window(now / Allowance.WINDOW.toMillis(), number(counts, 1), number(counts, 2));
        return IntStream.range(0, requests)
                .mapToObj(place -> window.allowance(now, limit, place < taken))
                .toList();
    }

    private void answer(String caller, long limit, List<Promise<Allowance>> together, List<Allowance> allowances) {
        for (int place = 0; place < together.size(); place++) {
            together.get(place).complete(allowances.get(place));
        }
        askForThoseWaiting(caller, limit);
    }

    private void fail(String caller, List<Promise<Allowance>> together, Throwable failure) {
        together.forEach(promise -> promise.fail(failure));
        leave(caller).forEach(promise -> promise.fail(failure));
    }

    private void askForThoseWaiting(String caller, long limit) {
        List<Promise<Allowance>> next = next(caller);
        if (!next.isEmpty()) {
            ask(caller, limit, next);
        }
    }

    /** Those who wait; if there are none, the caller's next request asks for itself. */
    private synchronized List<Promise<Allowance>> next(String caller) {
        List<Promise<Allowance>> next = leave(caller);
        if (!next.isEmpty()) {
            waiting.put(caller, new ArrayList<>());
        }
        return next;
    }

    private synchronized List<Promise<Allowance>> leave(String caller) {
        return Objects.requireNonNull(waiting.remove(caller));
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
