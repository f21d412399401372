package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.Evidence;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Queue;
import io.parley.contracts.Queues;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagingTest {

    private static final Queue<RunCancelled> EACH = Queues.WORK_CANCELLATIONS;
    private static final Queue<TelemetryReceived> BATCHES = Queues.TELEMETRY_EVENTS;
    private static final Queue<ExecutionAssessed> TOGETHER = Queues.TELEMETRY_ASSESSMENTS;

    @Inject
    Broker broker;

    @Inject
    Publisher publisher;

    @Inject
    Consumers consumers;

    @Inject
    DeadLetters deadLetters;

    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    private final Map<UUID, Function<Integer, Uni<Void>>> behaviours = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> calls = new ConcurrentHashMap<>();

    @BeforeAll
    void consume() {
        consumers.consumeEach(EACH, 50, cancelled -> handle(cancelled.runId().value()));
        consumers.consumeBatches(BATCHES, 100, Duration.ofMillis(10), batch -> handleAll(ids(batch)));
        consumers.consumeBatches(TOGETHER, 50, Duration.ofMillis(10), batch -> handleAll(executions(batch)));
        await().until(consumers::ready);
    }

    @Test
    void every_published_event_is_handled() {
        List<RunCancelled> events =
                IntStream.range(0, 1_000).mapToObj(i -> cancelled()).toList();

        publisher.publishAll(events).subscribeAsCompletionStage().join();

        await().untilAsserted(() -> assertThat(seen)
                .containsAll(events.stream().map(event -> event.runId().value()).toList()));
    }

    @Test
    void batches_gather_what_arrives_together() {
        List<TelemetryReceived> events =
                IntStream.range(0, 500).mapToObj(i -> received()).toList();

        publisher.publishAll(events).subscribeAsCompletionStage().join();

        await().untilAsserted(() -> assertThat(seen).containsAll(ids(events)));
        assertThat(batchSizes).allMatch(size -> size <= 100).anyMatch(size -> size > 10);
    }

    @Test
    void a_handler_whose_surroundings_fail_is_called_again_until_it_succeeds() {
        TelemetryReceived event = received();
        behaviours.put(
                id(event),
                call -> call < 3
                        ? Uni.createFrom().failure(new IllegalStateException("database away"))
                        : Uni.createFrom().voidItem());

        publisher.publish(event).subscribeAsCompletionStage().join();

        await().untilAsserted(() -> assertThat(seen).contains(id(event)));
        assertThat(calls(id(event)).get()).isEqualTo(3);
    }

    @Test
    void only_the_message_at_fault_goes_to_the_dead_letters() {
        List<TelemetryReceived> events =
                IntStream.range(0, 40).mapToObj(i -> received()).toList();
        UUID poisoned = id(events.get(17));
        behaviours.put(poisoned, call -> Uni.createFrom().failure(new Poison("bad to the bone")));
        try (TestBroker client = TestBroker.connect()) {
            long before = client.deadLetters(BATCHES);

            publisher.publishAll(events).subscribeAsCompletionStage().join();

            await().untilAsserted(() -> assertThat(client.deadLetters(BATCHES)).isEqualTo(before + 1));
            List<UUID> good =
                    ids(events).stream().filter(id -> !id.equals(poisoned)).toList();
            await().untilAsserted(() -> assertThat(seen).containsAll(good).doesNotContain(poisoned));
        }
    }

    @Test
    void events_that_travel_together_share_messages_with_those_of_their_workspace() {
        List<ExecutionAssessed> one = assessed(100);
        List<ExecutionAssessed> other = assessed(10);
        try (TestBroker client = TestBroker.connect()) {
            String heard = client.listen(ExecutionAssessed.class);

            publisher
                    .publishMessages(Stream.of(one, other)
                            .flatMap(List::stream)
                            .map(this::inTraceOfItsOwn)
                            .toList())
                    .subscribeAsCompletionStage()
                    .join();

            List<String> messages = Stream.generate(() -> client.take(heard))
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(messages).hasSize(5).allMatch(body -> body.startsWith("[{"));
            assertThat(messages)
                    .filteredOn(body -> body.contains(workspace(other)))
                    .hasSize(1);
        }
        await().untilAsserted(
                        () -> assertThat(seen).containsAll(executions(one)).containsAll(executions(other)));
        assertThat(batchSizes).allMatch(size -> size <= 100);
    }

    @Test
    void of_a_message_of_several_events_only_the_one_at_fault_goes_to_the_dead_letters() {
        List<ExecutionAssessed> events = assessed(20);
        UUID poisoned = executions(events).get(7);
        behaviours.put(poisoned, call -> bad());
        try (TestBroker client = TestBroker.connect()) {
            publisher.publishAll(events).subscribeAsCompletionStage().join();

            await().untilAsserted(() -> assertThat(client.deadLetters(TOGETHER)).isEqualTo(1));
            List<UUID> good = executions(events).stream()
                    .filter(id -> !id.equals(poisoned))
                    .toList();
            await().untilAsserted(() -> assertThat(seen).containsAll(good).doesNotContain(poisoned));
            assertThat(deadLetters
                            .list(TOGETHER, 10)
                            .subscribeAsCompletionStage()
                            .join())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.body())
                            .contains(poisoned.toString())
                            .startsWith("{"));
        }
    }

    @Test
    void events_that_travel_together_are_taken_in_batches_only() {
        assertThatThrownBy(() -> consumers.consumeEach(
                        TOGETHER, 1, event -> Uni.createFrom().voidItem()))
                .hasMessageContaining("take batches");
    }

    @Test
    void a_body_that_is_no_event_is_a_dead_letter_that_can_be_listed_and_replayed() {
        String body = "{\"runId\": 12";
        try (TestBroker client = TestBroker.connect()) {
            long before = client.deadLetters(EACH);
            client.publish(EACH.routingKey(), body);
            await().untilAsserted(() -> assertThat(client.deadLetters(EACH)).isEqualTo(before + 1));

            assertThat(deadLetters
                            .list(EACH, 1_000)
                            .subscribeAsCompletionStage()
                            .join())
                    .filteredOn(letter -> letter.body().equals(body))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).isEqualTo("rejected"));

            await().until(() ->
                    deadLetters.replay(EACH).subscribeAsCompletionStage().join() == before + 1);
            await().untilAsserted(() -> assertThat(client.deadLetters(EACH)).isEqualTo(before + 1));
        }
    }

    @Test
    void what_was_handled_or_rejected_in_any_order_does_not_come_again() {
        List<RunCancelled> events =
                IntStream.range(0, 300).mapToObj(i -> cancelled()).toList();
        List<UUID> ids = events.stream().map(event -> event.runId().value()).toList();
        IntStream.range(0, ids.size()).forEach(i -> behaviours.put(ids.get(i), call -> i % 7 == 3 ? bad() : later(i)));
        try (TestBroker client = TestBroker.connect()) {
            long before = client.deadLetters(EACH);
            long bad = IntStream.range(0, ids.size()).filter(i -> i % 7 == 3).count();

            publisher.publishAll(events).subscribeAsCompletionStage().join();
            await().until(() -> client.deadLetters(EACH) == before + bad);
            await().until(() -> ids.stream().filter(seen::contains).count() == ids.size() - bad);
            awaitAcknowledgements();
            broker.reset("test");
            await().until(() -> !broker.connected());
            await().until(consumers::ready);

            RunCancelled last = cancelled();
            publishUntilConfirmed(List.of(last)).subscribeAsCompletionStage().join();
            await().until(() -> seen.contains(last.runId().value()));
            assertThat(ids).allSatisfy(id -> assertThat(calls(id).get()).isEqualTo(1));
        }
    }

    @Test
    void nothing_is_lost_when_the_connection_breaks_under_traffic() {
        List<RunCancelled> events =
                IntStream.range(0, 3_000).mapToObj(i -> cancelled()).toList();

        for (List<RunCancelled> part : List.of(events.subList(0, 1_500), events.subList(1_500, 3_000))) {
            var published = publishUntilConfirmed(part).subscribeAsCompletionStage();
            broker.reset("test");
            published.join();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen)
                        .containsAll(events.stream()
                                .map(event -> event.runId().value())
                                .toList()));
    }

    @Test
    void a_broker_that_is_away_fails_a_publish_and_does_not_hang_it() {
        broker.reset("test");
        await().until(() -> !broker.connected());

        var published = publisher.publish(cancelled()).subscribeAsCompletionStage();

        assertThat(published)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(PublishFailed.class);
        await().until(consumers::ready);
    }

    private Uni<Void> publishUntilConfirmed(List<RunCancelled> events) {
        return Uni.createFrom()
                .deferred(() -> publisher.publishAll(events))
                .onFailure(PublishFailed.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
                .atMost(100);
    }

    /** The second question is put to the broker after the acknowledgements that were due at the first. */
    private void awaitAcknowledgements() {
        for (int i = 0; i < 2; i++) {
            assertThat(deadLetters.depths().subscribeAsCompletionStage().join()).isNotEmpty();
        }
    }

    private static Uni<Void> bad() {
        return Uni.createFrom().failure(new Poison("bad to the bone"));
    }

    private static Uni<Void> later(int number) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(1 + number * 31 % 40));
    }

    private Uni<Void> handleAll(List<UUID> batch) {
        batchSizes.add(batch.size());
        return Uni.join()
                .all(batch.stream().map(this::handle).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> handle(UUID id) {
        int call = calls(id).incrementAndGet();
        return behaviours
                .getOrDefault(id, unused -> Uni.createFrom().voidItem())
                .apply(call)
                .invoke(() -> seen.add(id));
    }

    private AtomicInteger calls(UUID id) {
        return calls.computeIfAbsent(id, unused -> new AtomicInteger());
    }

    private static RunCancelled cancelled() {
        return new RunCancelled(new RunId(Ids.next()), new WorkspaceId(Ids.next()), Instant.now());
    }

    private static TelemetryReceived received() {
        TelemetryEvent event = new TelemetryEvent(Ids.next(), Ids.next(), "someone", "said", Instant.now(), "{}");
        return new TelemetryReceived(new WorkspaceId(Ids.next()), Instant.now(), List.of(event));
    }

    private static List<ExecutionAssessed> assessed(int events) {
        WorkspaceId workspace = new WorkspaceId(Ids.next());
        Evidence evidence = new Evidence("someone", List.of("weather"));
        return IntStream.range(0, events)
                .mapToObj(number -> new ExecutionAssessed(
                        new ExecutionId(Ids.next()),
                        1,
                        new RunId(Ids.next()),
                        workspace,
                        evidence,
                        Verdict.PASS,
                        Instant.now()))
                .toList();
    }

    private Message inTraceOfItsOwn(ExecutionAssessed event) {
        String id = event.executionId().toString().replace("-", "");
        return publisher.message(event, new Trace("00-%s-%s-01".formatted(id, id.substring(16))));
    }

    private static List<UUID> executions(List<ExecutionAssessed> events) {
        return events.stream().map(event -> event.executionId().value()).toList();
    }

    private static String workspace(List<ExecutionAssessed> events) {
        return events.getFirst().workspaceId().toString();
    }

    private static UUID id(TelemetryReceived received) {
        return received.events().getFirst().eventId();
    }

    private static List<UUID> ids(List<TelemetryReceived> events) {
        return events.stream().map(MessagingTest::id).toList();
    }
}
