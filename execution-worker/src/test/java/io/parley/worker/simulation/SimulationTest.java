package io.parley.worker.simulation;

import static io.parley.worker.testing.Results.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Conversation;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.Reported;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Simulation;
import io.parley.contracts.Simulation.End;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.contracts.Turn;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class SimulationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String SECRET = "sk-of-the-player";

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void the_model_speaks_for_the_user_until_the_goal_is_reached() {
        try (StubTarget model = saying("I want a refund", "It is order 42", "[GOAL REACHED]");
                StubTarget bot = StubTarget.answering(vertx, "{\"reply\": \"gladly\"}")) {
            ExecutionCompleted result = results.of(Requests.request(
                    Requests.target(bot.url()),
                    simulated(Map.of("mood", "angry"), user("a {{ mood }} customer", "a refund", 8, null, null)),
                    player(model)));

            assertThat(result.transcript().failure()).isNull();
            assertThat(said(result)).containsExactly("I want a refund", "It is order 42");
            assertThat(result.checks().turns()).containsExactly(List.of(), List.of());
            Simulation simulation = simulation(result);
            assertThat(simulation.end()).isEqualTo(End.GOAL_REACHED);
            assertThat(simulation.turns()).isEqualTo(2);
            assertThat(simulation.usage()).isEqualTo(new Reported.Usage(300L, 30L));
            assertThat(simulation.cost()).isEqualByComparingTo("0.00033");
            JsonArray told = messages(model, 2);
            assertThat(told.getJsonObject(0).getString("role")).isEqualTo("system");
            assertThat(told.getJsonObject(0).getString("content")).contains("a angry customer", "a refund");
            assertThat(told.getJsonObject(2)).isEqualTo(message("assistant", "I want a refund"));
            assertThat(told.getJsonObject(3)).isEqualTo(message("user", "gladly"));
        }
    }

    @Test
    void the_turns_of_the_case_come_first_and_the_model_is_told_of_them() {
        try (StubTarget model = saying("and tomorrow?", "[GOAL REACHED]")) {
            Conversation scripted = Requests.conversation(
                    TIMEOUT, Map.of(), List.of(new Turn("weather?", List.of(Map.of("contains", "w")), Map.of())));

            ExecutionCompleted result = results.of(Requests.request(
                    echo(),
                    Requests.simulated(scripted, user("a tourist", "a forecast", 8, null, null)),
                    player(model)));

            assertThat(said(result)).containsExactly("weather?", "and tomorrow?");
            assertThat(result.checks().turns()).containsExactly(List.of(Map.of("contains", "w")), List.of());
            assertThat(messages(model, 0).getJsonObject(1).getString("content"))
                    .contains("You: weather?\nAssistant: weather?");
        }
    }

    @Test
    void a_user_takes_no_more_turns_than_allowed_and_none_once_the_rule_to_stop_is_true() {
        try (StubTarget model = saying("one", "two", "three", "four")) {
            ExecutionCompleted bounded =
                    results.of(Requests.request(echo(), simulated(user("p", "g", 2, null, null)), player(model)));

            assertThat(said(bounded)).containsExactly("one", "two");
            assertThat(simulation(bounded).end()).isEqualTo(End.MAX_TURNS);
        }
        try (StubTarget model = saying("one", "two", "three", "four")) {
            ExecutionCompleted stopped = results.of(
                    Requests.request(echo(), simulated(user("p", "g", 8, null, "'thr' in answer")), player(model)));

            assertThat(said(stopped)).containsExactly("one", "two", "three");
            assertThat(simulation(stopped).end()).isEqualTo(End.STOPPED);
        }
    }

    @Test
    void a_user_whose_model_has_taken_its_tokens_says_no_more() {
        try (StubTarget model = saying("one", "two", "three", "four")) {
            ExecutionCompleted result =
                    results.of(Requests.request(echo(), simulated(user("p", "g", 8, 200L, null)), player(model)));

            assertThat(said(result)).containsExactly("one", "two");
            assertThat(simulation(result).end()).isEqualTo(End.MAX_TOKENS);
        }
    }

    @Test
    void the_seed_goes_along_unless_the_model_takes_none() {
        try (StubTarget model = saying("[GOAL REACHED]")) {
            Map<String, Object> noSeed = new HashMap<>();
            noSeed.put("seed", null);

            results.of(Requests.request(echo(), simulated(user("p", "g", 1, null, null)), player(model)));
            results.of(Requests.request(echo(), simulated(user("p", "g", 1, null, null)), player(model, noSeed)));

            assertThat(request(model, 0).getLong("seed")).isEqualTo(7);
            assertThat(request(model, 1).containsKey("seed")).isFalse();
        }
    }

    @Test
    void a_model_that_fails_is_named_without_its_key_and_is_not_the_targets_fault() {
        try (StubTarget model = StubTarget.answering(
                vertx, (request, body) -> request.response().setStatusCode(401).end("no: " + SECRET))) {
            ExecutionCompleted result =
                    results.of(Requests.request(echo(), simulated(user("p", "g", 8, null, null)), player(model)));

            Failure failure = failure(result);
            assertThat(failure.code()).isEqualTo("simulator-failed");
            assertThat(failure.reason())
                    .startsWith("turn 1: the model 'player', which plays the user, failed: POST " + model.url())
                    .contains("status 401", "***")
                    .doesNotContain(SECRET);
            assertThat(simulation(result).end()).isNull();
        }
    }

    @Test
    void a_model_that_replies_without_words_ends_the_conversation_with_that_reason() {
        try (StubTarget model = saying("hello", " ")) {
            ExecutionCompleted result =
                    results.of(Requests.request(echo(), simulated(user("p", "g", 8, null, null)), player(model)));

            assertThat(failure(result).code()).isEqualTo("simulator-failed");
            assertThat(failure(result).reason()).startsWith("turn 2: ").contains("replied without words");
            assertThat(said(result)).containsExactly("hello");
        }
    }

    @Test
    void what_the_user_thinks_is_no_time_of_the_conversation() {
        try (StubTarget model = StubTarget.answering(
                vertx, (request, body) -> vertx.setTimer(800, later -> StubTarget.json(request, completion("hi"))))) {
            long since = System.nanoTime();
            Conversation hasty = Requests.conversation(Duration.ofMillis(300), Map.of(), List.of());

            ExecutionCompleted result = results.of(
                    Requests.request(echo(), Requests.simulated(hasty, user("p", "g", 2, null, null)), player(model)));

            assertThat(result.transcript().failure()).isNull();
            assertThat(said(result)).containsExactly("hi", "hi");
            Duration whole = Duration.ofNanos(System.nanoTime() - since);
            assertThat(result.transcript().duration().plusMillis(1_600)).isLessThanOrEqualTo(whole);
        }
    }

    @Test
    void many_conversations_share_one_place_at_the_model_that_plays_their_users() {
        try (StubTarget model = StubTarget.answering(vertx, completion("[GOAL REACHED]"))) {
            ChatTarget player = player(model, Map.of(), new Limits(1, null));

            List<ExecutionCompleted> all = IntStream.range(0, 12)
                    .mapToObj(number -> Requests.request(echo(), simulated(user("p", "g", 3, null, null)), player))
                    .peek(results.broker()::publish)
                    .toList()
                    .stream()
                    .map(request -> results.await(request.executionId()))
                    .toList();

            assertThat(all)
                    .allSatisfy(result -> assertThat(simulation(result).end()).isEqualTo(End.GOAL_REACHED));
        }
    }

    @Test
    void a_model_plays_others_users_while_a_target_is_waited_for() {
        List<HttpServerRequest> unanswered = new CopyOnWriteArrayList<>();
        try (StubTarget model = saying("hello");
                StubTarget slow = StubTarget.answering(vertx, (request, body) -> unanswered.add(request))) {
            ChatTarget player = player(model, Map.of(), new Limits(1, null));
            HttpTarget busy = Requests.target(slow.url(), new Limits(1, null));
            Conversation patient = Requests.simulated(
                    Requests.conversation(Duration.ofMinutes(1), Map.of(), List.of()), user("p", "g", 1, null, null));
            ExecutionRequested answering = Requests.request(busy, patient, player);
            ExecutionRequested waiting = Requests.request(busy, patient, player);
            results.broker().publish(answering);
            Awaitility.await().until(() -> unanswered.size() == 1);
            results.broker().publish(waiting);

            ExecutionCompleted other =
                    results.of(Requests.request(echo(), simulated(user("p", "g", 2, null, null)), player));

            assertThat(said(other)).containsExactly("hello", "hello");
            assertThat(results.all(answering.executionId())).isEmpty();
            StubTarget.json(unanswered.getFirst(), "{\"reply\": \"at last\"}");
            assertThat(said(results.await(answering.executionId()))).containsExactly("hello");
            Awaitility.await().until(() -> unanswered.size() == 2);
            StubTarget.json(unanswered.getLast(), "{\"reply\": \"at last\"}");
            assertThat(said(results.await(waiting.executionId()))).containsExactly("hello");
        }
    }

    @Test
    void a_model_with_one_place_can_play_the_user_of_itself() {
        try (StubTarget model = saying("hello", "I am fine", "[GOAL REACHED]")) {
            ChatTarget both = player(model, Map.of(), new Limits(1, null));

            ExecutionCompleted result =
                    results.of(Requests.request(both, simulated(user("p", "g", 3, null, null)), both));

            assertThat(result.transcript().exchanges())
                    .extracting(Exchange::user, Exchange::answer)
                    .containsExactly(tuple("hello", "I am fine"));
        }
    }

    @Test
    void a_conversation_that_was_simulated_is_judged_again_without_asking_anybody() {
        try (StubTarget model = saying("one", "two", "[GOAL REACHED]")) {
            Conversation conversation = simulated(user("p", "g", 8, null, null));
            HttpTarget id = Requests.target("http://bot.invalid");
            ExecutionCompleted held = results.of(Requests.request(echo(), conversation, player(model)));
            int asked = model.received().size();

            ExecutionCompleted again = results.of(Requests.request(
                    new RecordedTarget(id.id(), id.name(), id.limits(), held.transcript()), conversation));

            assertThat(again.transcript()).isEqualTo(held.transcript());
            assertThat(again.checks()).isEqualTo(held.checks());
            assertThat(model.received()).hasSize(asked);
        }
    }

    /** A model that says one thing after another, and goes on with the last. */
    private StubTarget saying(String... words) {
        List<String> left = new CopyOnWriteArrayList<>(List.of(words));
        return StubTarget.answering(vertx, (request, body) -> {
            String next = left.size() > 1 ? left.removeFirst() : left.getFirst();
            StubTarget.json(request, completion(next));
        });
    }

    private static String completion(String words) {
        return new JsonObject()
                .put("choices", new JsonArray().add(new JsonObject().put("message", message("assistant", words))))
                .put("usage", new JsonObject().put("prompt_tokens", 100).put("completion_tokens", 10))
                .encode();
    }

    private static JsonObject message(String role, String words) {
        return new JsonObject().put("role", role).put("content", words);
    }

    private static JsonObject request(StubTarget model, int number) {
        return new JsonObject(model.received().get(number).body());
    }

    private static JsonArray messages(StubTarget model, int number) {
        return request(model, number).getJsonArray("messages");
    }

    private static List<String> said(ExecutionCompleted result) {
        return result.transcript().exchanges().stream().map(Exchange::user).toList();
    }

    private static Simulation simulation(ExecutionCompleted result) {
        return Objects.requireNonNull(result.transcript().simulation());
    }

    private static Conversation simulated(SimulatedUser user) {
        return simulated(Map.of(), user);
    }

    private static Conversation simulated(Map<String, Object> vars, SimulatedUser user) {
        return Requests.simulated(Requests.conversation(TIMEOUT, vars, List.of()), user);
    }

    private static SimulatedUser user(
            String persona, String goal, int maxTurns, @Nullable Long maxTokens, @Nullable String stop) {
        return new SimulatedUser(persona, goal, "player", maxTurns, maxTokens, stop, 7L);
    }

    private static EchoTarget echo() {
        return new EchoTarget(new TargetId(Ids.next()), "echo", new Limits(10, null));
    }

    private ChatTarget player(StubTarget model) {
        return player(model, Map.of());
    }

    private ChatTarget player(StubTarget model, Map<String, Object> parameters) {
        return player(model, parameters, new Limits(10, null));
    }

    private ChatTarget player(StubTarget model, Map<String, Object> parameters, Limits limits) {
        return new ChatTarget(
                new TargetId(Ids.next()),
                "player",
                model.url() + "/v1",
                "small",
                Map.of(),
                "You are a customer service.",
                parameters,
                true,
                new TokenPrices(BigDecimal.ONE, BigDecimal.ONE),
                5,
                limits,
                Map.of(ChatTarget.KEY, sealer.seal(SECRET)));
    }
}
