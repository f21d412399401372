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
        first = new RedisLedger(redis, loops);
        second = new RedisLedger(redis, loops);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> renew(new RedisLedger(redis, loops), new TargetId(Ids.next()), demand(0, 1))
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
    void requests_and_tokens_of_a_minute_are_shared_like_the_slots() {
        Limits limits = new Limits(10, 40.0, 600.0, 6_000L, null);

        Grant all = renew(first, new Demand(0, 10, limits));
        assertThat(all.requestsPerSecond()).as("the lower of both").isEqualTo(10);
        assertThat(all.tokensPerSecond()).isEqualTo(100);

        renew(second, new Demand(0, 10, limits));
        renew(first, new Demand(2, 10, limits));
        renew(second, new Demand(0, 10, limits));
        Grant half = renew(first, new Demand(2, 10, limits));
        assertThat(half.requestsPerSecond()).isEqualTo(5);
        assertThat(half.tokensPerSecond()).isEqualTo(50);
        assertThat(renew(first, demand(2, 10)).tokensPerSecond()).isInfinite();
    }

    @Test
    void a_target_in_trouble_gets_less_at_once_and_all_again_bit_by_bit() {
        assertThat(renew(first, demand(0, 10)).slots())
                .as("all, before anything is known")
                .isEqualTo(10);

        Grant lowered = renew(first, demand(10, 10, new Feedback(5, 5, Duration.ZERO)));
        assertThat(lowered.slots()).isEqualTo(7);
        assertThat(lowered.held()).isEqualTo(10);
        renew(first, demand(7, 10));
        assertThat(renew(second, demand(0, 10)).slots())
                .as("it holds for all workers")
                .isLessThan(3);
        renew(second, demand(0, 0));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> renew(first, demand(7, 10)).slots() == 10);
    }

    @Test
    void trouble_with_a_few_of_many_requests_lowers_nothing() {
        renew(first, demand(0, 10));

        assertThat(renew(first, demand(10, 10, new Feedback(90, 10, Duration.ZERO)))
                        .slots())
                .isEqualTo(10);
    }

    @Test
    void a_single_trouble_is_chance_and_those_of_all_workers_are_counted_together() {
        renew(first, demand(0, 10));

        assertThat(renew(first, demand(5, 10, new Feedback(2, 1, Duration.ZERO)))
                        .slots())
                .isEqualTo(10);
        renew(second, demand(0, 1, new Feedback(0, 2, Duration.ZERO)));
        assertThat(renew(first, demand(5, 10)).slots()).isLessThan(10);
    }

    @Test
    void a_target_whose_answers_take_much_longer_than_at_their_best_gets_less() {
        renew(first, demand(10, 10, new Feedback(10, 0, Duration.ofSeconds(1))));

        assertThat(renew(first, demand(10, 10, new Feedback(10, 0, Duration.ofSeconds(5))))
                        .slots())
                .as("longer, but not by half a second each")
                .isEqualTo(10);
        assertThat(renew(first, demand(10, 10, new Feedback(10, 0, Duration.ofSeconds(10))))
                        .slots())
                .isEqualTo(9);
    }

    @Test
    void however_much_trouble_there_is_one_conversation_goes_on() {
        Limits one = new Limits(1, null);
        renew(first, new Demand(0, 1, one));

        assertThat(renew(first, new Demand(1, 1, one, new Feedback(0, 9, Duration.ZERO)))
                        .slots())
                .isEqualTo(1);
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
        List<Ledger> workers = Stream.<Ledger>generate(() -> new RedisLedger(redis, loops))
                .limit(5)
                .toList();
        Limits limits = new Limits(17, 50.0);
        int[] held = new int[5];
        double[] rates = new double[5];

        for (int step = 0; step < 2_000; step++) {
            int worker = random.nextInt(5);
            int inUse = random.nextInt(held[worker] + 1);
            int wanted = Math.min(17, inUse + random.nextInt(12));
            Feedback feedback =
                    new Feedback(random.nextInt(20), random.nextInt(3), Duration.ofMillis(random.nextInt(20_000)));
            Grant grant = renew(workers.get(worker), new Demand(inUse, wanted, limits, feedback));
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

    private static Demand demand(int inUse, int wanted, Feedback feedback) {
        return new Demand(inUse, wanted, TEN, feedback);
    }

    private Grant renew(Ledger worker, Demand demand) {
        return renew(worker, target, demand);
    }

    private static Grant renew(Ledger worker, TargetId target, Demand demand) {
        return worker.renew(target, demand).subscribeAsCompletionStage().join();
    }
}
