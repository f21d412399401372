package io.parley.worker.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class LedgerTest {

    private static final Limits TEN = new Limits(10, null);

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    EventLoops loops;

    private final TargetId target = new TargetId(Ids.next());
    private Ledger first;
    private Ledger second;

    @BeforeEach
    void connect() {
        first = new Ledger(redis, loops);
        second = new Ledger(redis, loops);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> renew(new Ledger(redis, loops), new TargetId(Ids.next()), demand(0, 1))
                                .slots()
                        == 1);
    }

    @Test
    void one_worker_gets_what_it_wants_up_to_the_limit() {
        assertThat(renew(first, demand(0, 3)).slots()).isEqualTo(3);
        assertThat(renew(first, demand(3, 10)).slots()).isEqualTo(10);
    }

    @Test
    void a_second_worker_gets_its_share_as_the_first_gives_back() {
        assertThat(renew(first, demand(0, 10)).slots()).isEqualTo(10);
        assertThat(renew(second, demand(0, 10)).slots()).isZero();

        Grant reduced = renew(first, demand(8, 10));
        assertThat(reduced.slots()).isEqualTo(5);
        assertThat(reduced.held()).isEqualTo(8);
        assertThat(renew(second, demand(0, 10)).slots()).isEqualTo(2);

        assertThat(renew(first, demand(5, 10)).held()).isEqualTo(5);
        assertThat(renew(second, demand(2, 10)).slots()).isEqualTo(5);
    }

    @Test
    void who_wants_less_than_an_equal_part_leaves_the_rest_to_others() {
        renew(first, demand(0, 2));

        assertThat(renew(second, demand(0, 10)).slots()).isEqualTo(8);
    }

    @Test
    void who_wants_nothing_any_more_is_forgotten() {
        renew(first, demand(0, 10));

        assertThat(renew(first, demand(0, 0)).held()).isZero();
        assertThat(renew(second, demand(0, 10)).slots()).isEqualTo(10);
    }

    @Test
    void what_a_dead_worker_held_is_free_after_a_few_seconds() {
        renew(first, demand(0, 10));

        Awaitility.await()
                .between(Ledger.TIME_TO_LIVE.minusMillis(500), Ledger.TIME_TO_LIVE.plusSeconds(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> renew(second, demand(0, 10)).slots() == 10);
    }

    @Test
    void a_worker_that_was_away_for_too_long_gets_no_more_than_others_left() {
        renew(first, demand(0, 10));
        Awaitility.await()
                .atMost(Ledger.TIME_TO_LIVE.plusSeconds(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> renew(second, demand(7, 10)).slots() == 10);

        assertThat(renew(first, demand(10, 10)).held()).isZero();
    }

    @Test
    void the_rate_is_shared_like_the_slots() {
        Limits limits = new Limits(10, 40.0);

        assertThat(renew(first, new Demand(0, 10, limits)).requestsPerSecond()).isEqualTo(40);
        renew(second, new Demand(0, 10, limits));
        Grant reduced = renew(first, new Demand(2, 10, limits));
        Grant rest = renew(second, new Demand(0, 10, limits));

        assertThat(rest.slots()).isEqualTo(5);
        assertThat(reduced.requestsPerSecond() + rest.requestsPerSecond()).isLessThanOrEqualTo(40.000_001);
        assertThat(renew(first, new Demand(2, 10, limits)).requestsPerSecond()).isEqualTo(20);
    }

    @Test
    void a_single_slot_goes_from_worker_to_worker_in_turns() {
        Limits one = new Limits(1, null);
        List<Ledger> workers = List.of(first, second);
        boolean[] served = new boolean[2];

        Awaitility.await()
                .atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    for (int worker = 0; worker < 2; worker++) {
                        served[worker] |= renew(workers.get(worker), new Demand(0, 1, one))
                                        .slots()
                                == 1;
                    }
                    return served[0] && served[1];
                });
    }

    @Test
    void whatever_workers_want_the_sum_of_grants_stays_within_the_limit() {
        Random random = new Random(20_251_121);
        List<Ledger> workers =
                Stream.generate(() -> new Ledger(redis, loops)).limit(5).toList();
        Limits limits = new Limits(17, 50.0);
        int[] held = new int[5];
        double[] rates = new double[5];

        for (int step = 0; step < 2_000; step++) {
            int worker = random.nextInt(5);
            int inUse = random.nextInt(held[worker] + 1);
            int wanted = Math.min(17, inUse + random.nextInt(12));
            Grant grant = renew(workers.get(worker), new Demand(inUse, wanted, limits));
            held[worker] = grant.held();
            rates[worker] = grant.requestsPerSecond();

            assertThat(grant.held()).isGreaterThanOrEqualTo(Math.max(inUse, grant.slots()));
            assertThat(IntStream.of(held).sum()).isLessThanOrEqualTo(17);
            assertThat(java.util.stream.DoubleStream.of(rates).sum()).isLessThanOrEqualTo(50.000_001);
        }
    }

    private static Demand demand(int inUse, int wanted) {
        return new Demand(inUse, wanted, TEN);
    }

    private Grant renew(Ledger worker, Demand demand) {
        return renew(worker, target, demand);
    }

    private static Grant renew(Ledger worker, TargetId target, Demand demand) {
        return worker.renew(target, demand).subscribeAsCompletionStage().join();
    }
}
