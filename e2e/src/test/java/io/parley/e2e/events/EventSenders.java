package io.parley.e2e.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Api;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Senders that share {@value #BATCHES} batches of {@value #BATCH} events, a fifth of which were sent before. Each batch is sent again
 * until it is answered by a 202: whoever got another answer, or none, cannot know whether it was taken.
 */
public final class EventSenders implements AutoCloseable {

    public static final int BATCHES = 2_000;
    public static final int BATCH = 100;
    public static final int SESSION = 100;
    public static final int DISTINCT = BATCHES * BATCH * 4 / 5;

    private static final int SENDERS = 4;
    private static final int NEW = BATCH * 4 / 5;
    private static final Duration TO_BE_TAKEN = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Api api;
    private final Instant start = Instant.now().minus(Duration.ofHours(1));
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    private final List<CompletableFuture<Void>> senders;

    /** Begins to send. */
    public EventSenders(Api api) {
        this.api = api;
        this.senders = Stream.generate(() -> CompletableFuture.runAsync(this::sendOn, threads))
                .limit(SENDERS)
                .toList();
    }

    /** Waits until so many batches are taken. */
    public void awaitTaken(int batches) throws Exception {
        await("batches are taken").atMost(TO_BE_TAKEN).until(() -> failed() || taken.get() >= batches);
        if (failed()) {
            awaitAll();
        }
    }

    /** Waits until all are taken. */
    public void awaitAll() throws Exception {
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new))
                .get(TO_BE_TAKEN.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean failed() {
        return senders.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    private void sendOn() {
        for (int batch = begun.getAndIncrement(); batch < BATCHES; batch = begun.getAndIncrement()) {
            Map<String, Object> body = Map.of("events", events(batch));
            await("batch is taken")
                    .atMost(TO_BE_TAKEN)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> isTaken(api.post("/api/v1/telemetry/events/batch", body)));
            taken.incrementAndGet();
        }
    }

    private static boolean isTaken(Answer answer) {
        assertThat(answer.status()).as("answer %s", answer.body()).isIn(202, 502, 503, 504);
        return answer.status() == 202;
    }

    /** The new ones of a batch, and some that this batch or one before it has. */
    private List<Map<String, Object>> events(int batch) {
        Random random = new Random(batch);
        IntStream fresh = IntStream.range(batch * NEW, (batch + 1) * NEW);
        IntStream again = random.ints(BATCH - NEW, 0, (batch + 1) * NEW);
        List<Map<String, Object>> events = new ArrayList<>(
                IntStream.concat(fresh, again).mapToObj(this::event).toList());
        Collections.shuffle(events, random);
        return events;
    }

    private Map<String, Object> event(int number) {
        int session = number / SESSION;
        return Map.of(
                "eventId", id("event " + number),
                "sessionId", id("session " + session),
                "subjectId", "subject-" + session % 50,
                "type", "message.sent",
                "occurredAt", start.plusMillis(number).toString(),
                "payload", Map.of("text", "message " + number));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
