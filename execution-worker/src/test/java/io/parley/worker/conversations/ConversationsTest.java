package io.parley.worker.conversations;

import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.contracts.Capture;
import io.parley.contracts.Conversation;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Failure;
import io.parley.contracts.Limits;
import io.parley.contracts.SubprocessTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.Turn;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(BackingResource.class)
class ConversationsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Inject
    Vertx vertx;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void turns_are_held_in_order_with_variables_and_captures() {
        Turn first = new Turn(
                "Weather in {{ city }}?",
                List.of(Map.of("contains", "{{ city }}")),
                Map.of("day", new Capture("$.data.day"), "all", new Capture("$..day")));
        Turn second = new Turn(
                "And after {{ day }} and {{ all }}?", List.of(Map.of("equals", "{{ day | upper }}")), Map.of());
        try (StubTarget target = StubTarget.answering(
                vertx,
                (request, body) -> StubTarget.json(
                        request,
                        "{\"reply\": \"heard: " + new JsonObject(body).getString("text")
                                + "\", \"data\": {\"day\": \"Monday\"}}"))) {
            ExecutionCompleted result = results.of(
                    Requests.request(Requests.target(target.url()), case_(Map.of("city", "Oslo"), first, second)));

            assertThat(result.transcript().failure()).isNull();
            assertThat(result.transcript().exchanges())
                    .extracting(Exchange::user, Exchange::answer, Exchange::status, Exchange::tries)
                    .containsExactly(
                            tuple("Weather in Oslo?", "heard: Weather in Oslo?", 200, 1),
                            tuple("And after Monday and Monday?", "heard: And after Monday and Monday?", 200, 1));
            assertThat(result.checks().turns())
                    .containsExactly(List.of(Map.of("contains", "Oslo")), List.of(Map.of("equals", "MONDAY")));
        }
    }

    @Test
    void a_turn_whose_condition_does_not_hold_is_left_out_with_what_was_expected_of_it() {
        Turn first = new Turn("one", List.of(), Map.of("heard", new Capture("$.message")));
        Turn left = new Turn("two", List.of(Map.of("equals", "x")), Map.of(), null, "heard == 'two'");
        Turn held = new Turn("three", List.of(Map.of("equals", "three")), Map.of(), null, "heard == 'one' and city");

        ExecutionCompleted result =
                results.of(Requests.request(echo(), case_(Map.of("city", "Oslo"), first, left, held)));

        assertThat(result.transcript().failure()).isNull();
        assertThat(result.transcript().exchanges()).extracting(Exchange::user).containsExactly("one", "three");
        assertThat(result.checks().turns()).containsExactly(List.of(), List.of(Map.of("equals", "three")));
    }

    @Test
    void a_faulty_condition_ends_the_conversation_at_its_turn() {
        Turn left = new Turn("one", List.of(), Map.of(), null, "false");
        Turn faulty = new Turn("two", List.of(), Map.of(), null, "city ==");

        Failure failure = failure(results.of(Requests.request(echo(), case_(Map.of(), left, faulty))));

        assertThat(failure.code()).isEqualTo("template-invalid");
        assertThat(failure.reason()).startsWith("turn 2: ");
    }

    @Test
    void one_of_the_wordings_is_said_and_the_same_one_in_every_run() {
        Turn turn = new Turn("a", List.of(), Map.of(), List.of("b", "c", "d"), null);

        List<String> said = IntStream.range(0, 12)
                .mapToObj(number -> wordsOf(Map.of("number", number), turn))
                .toList();
        List<String> again = IntStream.range(0, 12)
                .mapToObj(number -> wordsOf(Map.of("number", number), turn))
                .toList();

        assertThat(said).isEqualTo(again);
        assertThat(Set.copyOf(said)).hasSizeGreaterThan(1).isSubsetOf("a", "b", "c", "d");
    }

    @Test
    void a_case_that_breaks_off_still_says_what_was_expected_of_every_turn() {
        Turn first = new Turn("one", List.of(Map.of("contains", "{{ city }}")), Map.of());
        Turn second = new Turn("two", List.of(Map.of("equals", "{{ city | lower }}")), Map.of());
        Turn third = new Turn("three", List.of(), Map.of());
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> {
            request.response().setStatusCode(body.toString().contains("two") ? 500 : 200);
            StubTarget.json(request, "{\"reply\": \"ok\"}");
        })) {
            ExecutionCompleted result = results.of(Requests.request(
                    Requests.target(target.url()), case_(Map.of("city", "Oslo"), first, second, third)));

            assertThat(result.transcript().exchanges())
                    .extracting(Exchange::user)
                    .containsExactly("one");
            assertThat(failure(result).code()).isEqualTo("target-status");
            assertThat(failure(result).reason())
                    .startsWith("turn 2: POST " + target.url() + "/ answered with status 500");
            assertThat(result.checks().turns())
                    .containsExactly(List.of(Map.of("contains", "Oslo")), List.of(Map.of("equals", "oslo")), List.of());
            assertThat(target.received()).hasSize(2);
        }
    }

    @Test
    void a_capture_that_finds_nothing_ends_the_conversation_with_a_reason() {
        Failure failure = failure(answered("{\"reply\": \"ok\"}", capturing("$.day")));

        assertThat(failure.code()).isEqualTo("capture-missing");
        assertThat(failure.reason())
                .isEqualTo("turn 1: the answer has nothing to capture at $.day; it begins with: {\"reply\": \"ok\"}");
    }

    @Test
    void a_capture_that_could_take_forever_is_given_up() {
        String deep = "[".repeat(500) + "]".repeat(500);
        Failure costly = failure(answered("{\"reply\": " + deep + "}", capturing("$..*..*..*..*..*")));
        Failure regex = failure(answered("{\"reply\": \"ok\"}", capturing("$[?(@.a =~ /(a+)+$/)]")));

        assertThat(costly.code()).isEqualTo("capture-too-costly");
        assertThat(costly.reason())
                .isEqualTo("turn 1: the capture '$..*..*..*..*..*' takes too much work on an answer of this size");
        assertThat(regex.code()).isEqualTo("capture-invalid");
        assertThat(regex.reason())
                .startsWith("turn 1: the capture '$[?(@.a =~ /(a+)+$/)]' is no JSONPath of $, .name,");
    }

    @Test
    void a_faulty_template_ends_the_conversation_with_a_reason() {
        Failure ofMessage = failure(answered("{\"reply\": \"ok\"}", new Turn("{{ a | shout }}", List.of(), Map.of())));
        Failure ofExpectation = failure(
                answered("{\"reply\": \"ok\"}", new Turn("hi", List.of(Map.of("contains", "{% if %}")), Map.of())));

        assertThat(ofMessage.code()).isEqualTo("template-invalid");
        assertThat(ofMessage.reason()).startsWith("turn 1: unknown filter 'shout'; known: abs,");
        assertThat(ofExpectation.code()).isEqualTo("template-invalid");
    }

    @Test
    void a_worker_of_a_platform_starts_no_program_even_if_it_is_told_to(@TempDir Path folder) {
        Path trace = folder.resolve("started");
        SubprocessTarget program = new SubprocessTarget(
                new TargetId(Ids.next()),
                "program",
                List.of("touch", trace.toString()),
                Map.of(),
                null,
                TIMEOUT,
                "/answer",
                new Limits(10, null),
                null);

        Failure failure =
                failure(results.of(Requests.request(program, case_(Map.of(), new Turn("hi", List.of(), Map.of())))));

        assertThat(failure.code()).isEqualTo("subprocess-not-started");
        assertThat(trace).doesNotExist();
    }

    private ExecutionCompleted answered(String json, Turn turn) {
        try (StubTarget target = StubTarget.answering(vertx, json)) {
            return results.of(Requests.request(Requests.target(target.url()), case_(Map.of(), turn)));
        }
    }

    private String wordsOf(Map<String, Object> vars, Turn turn) {
        return Results.exchange(results.of(Requests.request(echo(), case_(vars, turn))))
                .user();
    }

    private static EchoTarget echo() {
        return new EchoTarget(new TargetId(Ids.next()), "echo", new Limits(10, null));
    }

    private static Turn capturing(String path) {
        return new Turn("hi", List.of(), Map.of("day", new Capture(path)));
    }

    private static Conversation case_(Map<String, Object> vars, Turn... turns) {
        return Requests.conversation(TIMEOUT, vars, List.of(turns));
    }
}
