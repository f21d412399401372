package io.parley.worker.recordings;

import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Capture;
import io.parley.contracts.Conversation;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.Turn;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class RecordingsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration TOOK = Duration.ofSeconds(3);

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry metrics;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void what_was_captured_can_be_captured_in_another_way_and_expected_anew() {
        Turn asking = new Turn("Weather?", List.of(), Map.of("day", new Capture("$.data.day")));
        try (StubTarget target = StubTarget.answering(
                vertx, "{\"reply\": \"sunny\", \"data\": {\"day\": \"Monday\", \"city\": \"Oslo\"}}")) {
            HttpTarget http = Requests.target(target.url());
            ExecutionCompleted held = results.of(
                    Requests.request(http, of(asking, new Turn("And after {{ day }}?", List.of(), Map.of()))));

            ExecutionCompleted again = results.of(Requests.request(
                    new RecordedTarget(http.id(), http.name(), http.limits(), held.transcript()),
                    of(
                            new Turn(
                                    "Weather?",
                                    List.of(Map.of("contains", "{{ city }}")),
                                    Map.of("weekday", new Capture("$..day"), "city", new Capture("$.data.city"))),
                            new Turn(
                                    "And after {{ weekday }}?",
                                    List.of(Map.of("equals", "{{ weekday }}")),
                                    Map.of()))));

            assertThat(again.transcript()).isEqualTo(held.transcript());
            assertThat(again.checks().turns())
                    .containsExactly(List.of(Map.of("contains", "Oslo")), List.of(Map.of("equals", "Monday")));
            assertThat(again.targetId()).isEqualTo(http.id());
            assertThat(held.recorded()).isFalse();
            assertThat(again.recorded()).isTrue();
            assertThat(again.repeat()).isEqualTo(2);
            assertThat(target.received()).hasSize(2);
        }
    }

    @Test
    void recordings_take_no_slot_of_a_target_that_has_one() {
        double before = metrics.get("parley.turns").timer().count();
        List<ExecutionCompleted> all = IntStream.range(0, 20)
                .mapToObj(number -> Requests.request(recorded(null, exchange("hi")), Requests.saying("hi")))
                .peek(results.broker()::publish)
                .toList()
                .stream()
                .map(request -> results.await(request.executionId()))
                .toList();

        assertThat(all).allSatisfy(result -> {
            assertThat(result.transcript().failure()).isNull();
            assertThat(result.transcript().startedAt()).isEqualTo(THEN);
            assertThat(result.transcript().duration()).isEqualTo(TOOK);
        });
        assertThat(metrics.get("parley.slots.in.use").gauge().value()).isZero();
        assertThat(metrics.get("parley.turns").timer().count()).isEqualTo((long) before);
    }

    @Test
    void a_case_that_says_something_else_than_was_recorded_ends_with_both_texts() {
        Failure other = failure(results.of(
                Requests.request(recorded(null, exchange("one"), exchange("two")), Requests.saying("one", "three"))));
        Failure longer =
                failure(results.of(Requests.request(recorded(null, exchange("one")), Requests.saying("one", "two"))));
        Failure shorter = failure(
                results.of(Requests.request(recorded(null, exchange("one"), exchange("two")), Requests.saying("one"))));

        assertThat(other.code()).isEqualTo("recording-differs");
        assertThat(other.reason())
                .isEqualTo("turn 2: the case now says 'three', but 'two' was said when it was recorded; run the case"
                        + " against the target");
        assertThat(longer.code()).isEqualTo("recording-differs");
        assertThat(longer.reason())
                .startsWith("turn 2: the case now has another number of turns (2) than were recorded (1)");
        assertThat(shorter.reason())
                .startsWith("turn 1: the case now has another number of turns (1) than were recorded (2)");
    }

    @Test
    void a_case_that_leaves_out_what_was_recorded_ends_with_what_was_said() {
        Turn left = new Turn("two", List.of(), Map.of(), null, "false");
        RecordedTarget recorded = recorded(null, exchange("one"), exchange("two"));

        ExecutionCompleted result =
                results.of(Requests.request(recorded, of(new Turn("one", List.of(), Map.of()), left)));

        assertThat(failure(result).code()).isEqualTo("recording-differs");
        assertThat(failure(result).reason())
                .startsWith("after the last turn: the case now leaves out a turn, but 'two' was said");
    }

    @Test
    void a_conversation_that_broke_off_breaks_off_again_for_the_same_reason() {
        Failure failure = failure(results.of(Requests.request(
                recorded(new Failure("turn-timeout", "turn 2: no answer within 5 s"), exchange("one")),
                Requests.saying("one", "two"))));

        assertThat(failure)
                .isEqualTo(new Failure("turn-timeout", "turn 2: as it was recorded: turn 2: no answer within 5 s"));
    }

    @Test
    void a_case_without_a_recording_ends_with_that_reason() {
        RecordedTarget nothing = new RecordedTarget(new TargetId(Ids.next()), "bot", new Limits(1, null), null);

        ExecutionCompleted result = results.of(Requests.request(nothing, Requests.saying("hi")));

        assertThat(failure(result).code()).isEqualTo("recording-missing");
        assertThat(result.transcript().exchanges()).isEmpty();
        assertThat(result.transcript().duration()).isZero();
    }

    @Test
    void a_capture_from_a_response_that_was_not_kept_ends_with_that_reason() {
        Turn capturing = new Turn("hi", List.of(), Map.of("day", new Capture("$.day")));

        ExecutionCompleted result = results.of(Requests.request(recorded(null, exchange("hi")), of(capturing)));

        assertThat(failure(result).code()).isEqualTo("recording-incomplete");
        assertThat(result.transcript().exchanges()).hasSize(1);
    }

    private static RecordedTarget recorded(@Nullable Failure failure, Exchange... exchanges) {
        return new RecordedTarget(
                new TargetId(Ids.next()),
                "bot",
                new Limits(1, 1.0),
                new Transcript(THEN, TOOK, List.of(exchanges), failure));
    }

    private static Exchange exchange(String user) {
        return new Exchange(user, "hello", 200, Duration.ofMillis(800), 1);
    }

    private static Conversation of(Turn... turns) {
        return Requests.conversation(TIMEOUT, Map.of(), List.of(turns));
    }
}
