package io.parley.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clients that each send the next request when the last is answered. */
public final class Load {

    private static final Duration TO_END = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final List<? extends Client> clients;

    public Load(Vertx vertx, List<? extends Client> clients) {
        this.vertx = vertx;
        this.clients = clients;
    }

    /** Who sends one request after another. */
    public interface Client {

        /** Sends the next; fails with any answer but the right one. */
        Future<?> ask();
    }

    /** Sends as much as it can, for so long. Fails with the first request that does. */
    public Timing send(Duration time) throws IOException {
        return send(time, Double.POSITIVE_INFINITY);
    }

    /**
     * Sends for so long. What is late because the one before took too long took that time as well.
     *
     * @param perSecond over all clients
     */
    public Timing send(Duration time, double perSecond) throws IOException {
        long now = System.nanoTime();
        long gap = (long) (1e9 * clients.size() / perSecond);
        List<Sending> all = IntStream.range(0, clients.size())
                .mapToObj(number -> new Sending(clients.get(number), gap, now + time.toNanos()))
                .toList();
        for (int number = 0; number < all.size(); number++) {
            Sending sending = all.get(number);
            long first = now + gap * number / all.size();
            vertx.runOnContext(started -> sending.at(first));
        }
        Waiting.on(Future.all(all.stream().map(Sending::over).toList()), time.plus(TO_END));
        return Timing.of(all.stream().flatMap(sending -> sending.took.stream()).toList());
    }

    private final class Sending {

        private final Client client;
        private final long gap;
        private final long end;
        private final List<Duration> took = new ArrayList<>();
        private final Promise<Void> over = Promise.promise();

        Sending(Client client, long gap, long end) {
            this.client = client;
            this.gap = gap;
            this.end = end;
        }

        Future<Void> over() {
            return over.future();
        }

        /** Timers are whole milliseconds: the time of a request that waited for its own begins when that fires. */
        void at(long due) {
            long wait = Duration.ofNanos(due - System.nanoTime()).toMillis();
            if (Math.max(due, System.nanoTime()) >= end) {
                over.complete();
            } else if (wait > 0) {
                vertx.setTimer(wait, fired -> ask(due, System.nanoTime()));
            } else {
                ask(due, due);
            }
        }

        private void ask(long due, long since) {
            client.ask()
                    .onSuccess(answered -> {
                        long now = System.nanoTime();
                        took.add(Duration.ofNanos(now - since));
                        at(gap == 0 ? now : due + gap);
                    })
                    .onFailure(over::tryFail);
        }
    }
}
