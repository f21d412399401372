package io.parley.worker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.CuttableLine;
import io.parley.worker.testing.Requests;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class GrantsTest {

    @Inject
    Vertx vertx;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    Config config;

    private final RunId run = new RunId(Ids.next());

    @Test
    void two_workers_together_never_go_beyond_the_limit_and_both_get_on() {
        Site site = new Site(target(6, null));
        Grants first = worker(redis);
        Grants second = worker(redis);

        IntStream.range(0, 200).forEach(number -> {
            site.visit(first, 1);
            site.visit(second, 2);
        });

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> site.visits.get() == 400);
        assertThat(site.mostInside).hasValueLessThanOrEqualTo(6);
        assertThat(site.mostInside).hasValueGreaterThanOrEqualTo(5);
        assertThat(site.order.stream().limit(200)).contains(1, 2);
    }

    @Test
    void a_worker_that_comes_later_gets_its_part() {
        Site site = new Site(target(4, null));
        Grants first = worker(redis);
        Grants second = worker(redis);
        IntStream.range(0, 300).forEach(number -> site.visit(first, 1));
        Awaitility.await().until(() -> site.visits.get() > 10);

        IntStream.range(0, 20).forEach(number -> site.visit(second, 2));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> site.order.stream().filter(visitor -> visitor == 2).count() == 20);
        assertThat(site.visits).hasValueLessThan(300);
        assertThat(site.mostInside).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void requests_of_two_workers_together_keep_to_the_rate() {
        HttpTarget target = target(10, 50.0);
        AtomicInteger sent = new AtomicInteger();
        long since = System.nanoTime();

        for (Grants grants : new Grants[] {worker(redis), worker(redis)}) {
            IntStream.range(0, 5).forEach(number -> sendForever(grants, target, sent));
        }

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() >= 100);
        double seconds = (System.nanoTime() - since) / 1e9;
        assertThat(seconds).as("100 requests at 50 a second").isGreaterThanOrEqualTo(1.8);
    }

    @Test
    void while_redis_is_away_nothing_starts_once_the_grant_ran_out_and_it_goes_on_afterwards() {
        URI url = config.getValue("parley.redis.url", URI.class);
        try (CuttableLine line = CuttableLine.to(vertx, url.getHost(), url.getPort())) {
            Grants grants = worker(connect(url, line));
            HttpTarget target = target(10, null);
            Slot held = grants.acquire(target, run).subscribeAsCompletionStage().join();

            line.cut();
            Awaitility.await()
                    .during(Ledger.TIME_TO_LIVE)
                    .atMost(Ledger.TIME_TO_LIVE.plusSeconds(3))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !startsAtOnce(grants, target));
            AtomicInteger started = new AtomicInteger();
            var unused = grants.acquire(target, run).subscribe().with(slot -> started.incrementAndGet());
            held.release();
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> started.get() == 0);

            line.mend();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> started.get() == 1);
        }
    }

    @Test
    void a_stopping_worker_sends_those_who_wait_away_and_lets_nobody_in() {
        Grants grants = worker(redis);
        HttpTarget target = target(1, null);
        grants.acquire(target, run).subscribeAsCompletionStage().join();
        var waiting = grants.acquire(target, run).subscribeAsCompletionStage();

        grants.stop(new ShutdownEvent());

        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        NoSlot.class, refused -> assertThat(refused.reason()).isEqualTo(NoSlot.Reason.STOPPING));
        assertThatThrownBy(() ->
                        grants.acquire(target, run).subscribeAsCompletionStage().join())
                .hasCauseInstanceOf(NoSlot.class);
    }

    private boolean startsAtOnce(Grants grants, HttpTarget target) {
        var application = grants.acquire(target, run).subscribeAsCompletionStage();
        boolean started = application.isDone();
        var unused = application.thenAccept(Slot::release);
        return started;
    }

    private void sendForever(Grants grants, HttpTarget target, AtomicInteger sent) {
        var unused = grants.acquire(target, run)
                .chain(slot -> slot.pace()
                        .invoke(sent::incrementAndGet)
                        .repeat()
                        .atMost(1_000)
                        .collect()
                        .last())
                .subscribe()
                .with(done -> {});
    }

    private Grants worker(ReactiveRedisDataSource source) {
        return new Grants(
                vertx,
                new EventLoops(vertx),
                new RedisLedger(source, new EventLoops(vertx)),
                () -> 1_000,
                new SimpleMeterRegistry());
    }

    private ReactiveRedisDataSource connect(URI url, CuttableLine line) {
        io.vertx.mutiny.core.Vertx mutiny = new io.vertx.mutiny.core.Vertx(vertx);
        Redis client = Redis.createClient(mutiny, "redis://%s@127.0.0.1:%d".formatted(url.getUserInfo(), line.port()));
        return new ReactiveRedisDataSourceImpl(mutiny, client, RedisAPI.api(client));
    }

    private static HttpTarget target(int slots, @Nullable Double rate) {
        return Requests.target("http://127.0.0.1/", new Limits(slots, rate));
    }

    /** Counts who is with the target at once; each stays for 5 ms. */
    private final class Site {

        private final HttpTarget target;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger mostInside = new AtomicInteger();
        private final AtomicInteger visits = new AtomicInteger();
        private final ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();

        Site(HttpTarget target) {
            this.target = target;
        }

        void visit(Grants grants, int visitor) {
            var unused = grants.acquire(target, run)
                    .chain(slot -> stay(slot, visitor))
                    .subscribe()
                    .with(done -> {});
        }

        private Uni<Void> stay(Slot slot, int visitor) {
            int now = inside.incrementAndGet();
            mostInside.accumulateAndGet(now, Math::max);
            order.add(visitor);
            return new EventLoops(vertx).pause(Duration.ofMillis(5)).invoke(() -> {
                inside.decrementAndGet();
                slot.release();
                visits.incrementAndGet();
            });
        }
    }
}
