package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringThreadTest {

    private final AtomicInteger goes = new AtomicInteger();
    private final GatheringThread thread =
            GatheringThread.start("gathering", Duration.ofMillis(5), goes::incrementAndGet);
    private final ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void shutdown() {
        thread.shutdown();
    }

    @Test
    void does_everything_in_the_order_it_was_handed() {
        IntStream.range(0, 1_000).forEach(number -> thread.execute(() -> done.add(number)));

        await().until(() -> done.size() == 1_000);
        assertThat(List.copyOf(done)).isSorted();
    }

    @Test
    void ends_each_go_with_what_is_to_be_done_after_it() {
        IntStream.range(0, 1_000).forEach(number -> thread.execute(() -> done.add(number)));

        await().until(() -> done.size() == 1_000 && goes.get() > 0);
        assertThat(goes).hasValueLessThan(1_000);
    }

    @Test
    void forgets_nothing_that_many_threads_hand_it_at_once() {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 20_000).forEach(number -> many.execute(() -> thread.execute(() -> done.add(number))));
        }

        await().until(() -> done.size() == 20_000);
    }

    @Test
    void goes_on_after_work_that_fails() {
        thread.execute(() -> {
            throw new IllegalStateException("not this one");
        });
        thread.execute(() -> done.add(1));

        await().until(() -> done.contains(1));
    }

    @Test
    void what_it_does_not_refuse_while_it_ends_it_does() {
        List<Integer> accepted = new ArrayList<>();
        thread.execute(thread::shutdown);

        IntStream.range(0, 10_000).filter(this::accepts).forEach(accepted::add);

        await().untilAsserted(() -> assertThat(done).containsExactlyElementsOf(accepted));
        await().until(() -> !accepts(-1));
    }

    private boolean accepts(int number) {
        try {
            thread.execute(() -> done.add(number));
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }
}
