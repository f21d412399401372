package io.parley.worker.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Capture;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.Conversation;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.Reported.Usage;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.contracts.Tool;
import io.parley.contracts.Turn;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.ids.Ids;
import io.parley.platform.json.WireFormat;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.CuttableLine;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.parley.worker.testing.StubTarget;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class CacheTest {

    /** What a model says to call the tool, and what it says once it has the tool's answer. */
    private static final JsonObject LOOK_UP = new JsonObject()
            .put("role", "assistant")
            .put(
                    "tool_calls",
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("id", "1")
                                    .put("type", "function")
                                    .put(
                                            "function",
                                            new JsonObject()
                                                    .put("name", "look_up")
                                                    .put("arguments", "{}"))));

    private static final JsonObject SHIPPED =
            new JsonObject().put("role", "assistant").put("content", "shipped");

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Vertx vertx;

    @Inject
    Sealer sealer;

    @Inject
    EventLoops loops;

    @Inject
    MeterRegistry metrics;

    @Inject
    Config config;

    @Inject
    ReactiveRedisDataSource redis;

    private final Results results = new Results();
    private final WorkspaceId workspace = new WorkspaceId(Ids.next());

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void the_same_conversation_is_answered_without_the_target_and_marked() {
        try (StubTarget bot = counting()) {
            HttpTarget target = Requests.target(bot.url());

            ExecutionCompleted first = hold(target, 1, "one", "two");
            double turns = metrics.get("parley.turns").timer().count();
            ExecutionCompleted again = hold(target, 1, "one", "two");

            assertThat(bot.received()).hasSize(2);
            assertThat(first.transcript().exchanges()).noneMatch(Exchange::wasCached);
            assertThat(again.transcript().exchanges()).hasSize(2).allMatch(Exchange::wasCached);
            assertThat(again.transcript().exchanges())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("cached")
                    .isEqualTo(first.transcript().exchanges());
            assertThat(metrics.get("parley.turns").timer().count()).isEqualTo((long) turns);
        }
    }

    @Test
    void another_repeat_workspace_target_or_conversation_before_it_asks_the_target() {
        try (StubTarget bot = counting()) {
            HttpTarget target = Requests.target(bot.url());
            hold(target, 1, "one", "two");

            assertThat(cached(hold(target, 2, "one"))).isFalse();
            assertThat(cached(hold(Requests.target(bot.url()), 1, "one"))).isFalse();
            assertThat(cached(hold(Requests.withHeaders(target, Map.of("X-Version", "2"), Map.of()), 1, "one")))
                    .isFalse();
            assertThat(cached(hold(target, 1, "two"))).isFalse();
            assertThat(cached(results.of(request(new WorkspaceId(Ids.next()), target, 1, null, "one"))))
                    .isFalse();
            assertThat(cached(hold(target, 1, "one"))).isTrue();
        }
    }

    @Test
    void what_is_asked_anew_is_asked_and_its_answer_is_kept() {
        try (StubTarget bot = counting()) {
            HttpTarget target = Requests.target(bot.url());
            hold(target, 1, "one");

            ExecutionCompleted anew = results.of(request(workspace, target, 1, true, "one"));

            assertThat(cached(anew)).isFalse();
            assertThat(hold(target, 1, "one")
                            .transcript()
                            .exchanges()
                            .getFirst()
                            .answer())
                    .isEqualTo(anew.transcript().exchanges().getFirst().answer());
            assertThat(bot.received()).hasSize(2);
        }
    }

    @Test
    void without_a_cache_every_answer_is_the_targets() {
        try (StubTarget bot = counting()) {
            HttpTarget target = Requests.target(bot.url());
            ExecutionRequested plain = Requests.request(target, Requests.saying("one"));

            results.of(plain);

            assertThat(cached(hold(target, 1, "one"))).isFalse();
            assertThat(results.of(Requests.request(target, Requests.saying("one")))
                            .transcript()
                            .exchanges())
                    .noneMatch(Exchange::wasCached);
        }
    }

    @Test
    void errors_long_answers_and_answers_with_secrets_are_not_kept() {
        AtomicInteger number = new AtomicInteger();
        try (StubTarget bot = StubTarget.answering(vertx, (request, body) -> {
            request.response().setStatusCode(number.getAndIncrement() == 0 ? 500 : 200);
            String said = body.toString().contains("long") ? "x".repeat(Cache.LONGEST_BODY) : "it is top\\u002dsecret";
            StubTarget.json(request, "{\"reply\": \"" + said + "\"}");
        })) {
            HttpTarget target = Requests.withHeaders(
                    Requests.target(bot.url()),
                    Map.of("X-Key", "{{ secrets.KEY }}"),
                    Map.of("KEY", sealer.seal("top-secret")));

            assertThat(hold(target, 1, "hi").transcript().failure()).isNotNull();
            assertThat(cached(hold(target, 1, "hi"))).isFalse();
            assertThat(cached(hold(target, 1, "hi"))).isFalse();
            assertThat(cached(hold(target, 1, "long"))).isFalse();
            assertThat(cached(hold(target, 1, "long"))).isFalse();
        }
    }

    @Test
    void a_target_that_knows_conversations_is_asked_each_time() {
        try (StubTarget bot = StubTarget.answering(vertx, (request, body) -> {
            request.response().putHeader("set-cookie", "session=1");
            StubTarget.json(request, "{\"reply\": \"hi\"}");
        })) {
            HttpTarget cookies = Requests.target(bot.url());
            HttpTarget ids = Requests.withHeaders(cookies, Map.of("X-Conversation", "{{ conversation }}"), Map.of());

            for (HttpTarget target : List.of(cookies, ids)) {
                hold(target, 1, "one", "two");
                assertThat(hold(target, 1, "one", "two").transcript().exchanges())
                        .noneMatch(Exchange::wasCached);
            }
        }
    }

    @Test
    void a_conversation_that_captures_is_held_anew_since_that_may_be_a_session() {
        try (StubTarget bot = counting()) {
            Conversation captures = Requests.cached(
                    Requests.conversation(
                            Duration.ofSeconds(5),
                            Map.of(),
                            List.of(new Turn("hi", List.of(), Map.of("session", new Capture("$.reply"))))),
                    HOUR);
            HttpTarget target = Requests.target(bot.url());

            results.of(request(workspace, target, captures));

            assertThat(cached(results.of(request(workspace, target, captures)))).isFalse();
        }
    }

    @Test
    void the_oldest_answers_make_room_for_the_newest() {
        Kept kept = new Kept(200, "text/plain", "x".repeat(1_000), Duration.ZERO, Duration.ZERO);
        Cache cache = new RedisCache(redis, loops, WireFormat.mapper(), 2_500);
        List<String> keys =
                Stream.generate(() -> Ids.next().toString()).limit(3).toList();

        for (String key : keys) {
            cache.keep(key, kept, HOUR);
            Awaitility.await().until(() -> found(cache, key));
        }

        assertThat(keys).filteredOn(key -> found(cache, key)).isEqualTo(keys.subList(1, 3));
    }

    @Test
    void the_time_of_an_answer_from_earlier_counts_as_it_was_then() {
        try (StubTarget bot = StubTarget.answering(
                vertx,
                (request, body) ->
                        vertx.setTimer(300, timer -> StubTarget.json(request, "{\"reply\": \"at last\"}")))) {
            HttpTarget target = Requests.target(bot.url());
            hold(target, 1, "hi");

            ExecutionCompleted again = hold(target, 1, "hi");

            assertThat(cached(again)).isTrue();
            assertThat(again.transcript().duration()).isGreaterThan(Duration.ofMillis(290));
        }
    }

    @Test
    void a_model_is_not_asked_again_either_and_its_calls_of_tools_are_as_they_were() {
        try (StubTarget model = StubTarget.answering(
                vertx,
                (request, body) -> StubTarget.json(
                        request, completion(body.toString().contains("\"tool\"") ? SHIPPED : LOOK_UP)))) {
            ChatTarget target = new ChatTarget(
                    new TargetId(Ids.next()),
                    "model",
                    model.url() + "/v1",
                    "small",
                    Map.of(),
                    "You are brief.",
                    Map.of(),
                    false,
                    null,
                    5,
                    new Limits(1, null),
                    Map.of());
            Conversation conversation = Requests.withTools(
                    Requests.saying("where is it?"), List.of(new Tool("look_up", null, null, "here", null, null)));

            ExecutionCompleted first = results.of(request(workspace, target, Requests.cached(conversation, HOUR)));
            ExecutionCompleted again = results.of(request(workspace, target, Requests.cached(conversation, HOUR)));

            assertThat(model.received()).hasSize(2);
            assertThat(cached(again)).isTrue();
            assertThat(again.transcript().exchanges().getFirst().reported())
                    .isEqualTo(first.transcript().exchanges().getFirst().reported());
            assertThat(again.transcript().exchanges().getFirst().answer()).isEqualTo("shipped");
        }
    }

    @Test
    void of_a_turn_that_is_partly_answered_from_earlier_only_the_rest_is_paid_for() {
        AtomicInteger answers = new AtomicInteger();
        try (StubTarget model = StubTarget.answering(vertx, (request, body) -> {
            boolean returned = body.toString().contains("\"tool\"");
            if (returned && answers.getAndIncrement() == 0) {
                request.response().setStatusCode(400);
            }
            StubTarget.json(request, returned ? counted(SHIPPED, 20, 2) : counted(LOOK_UP, 1_000, 100));
        })) {
            ChatTarget target = new ChatTarget(
                    new TargetId(Ids.next()),
                    "model",
                    model.url() + "/v1",
                    "small",
                    Map.of(),
                    null,
                    Map.of(),
                    false,
                    new TokenPrices(BigDecimal.ONE, BigDecimal.ONE),
                    5,
                    new Limits(1, null),
                    Map.of());
            Conversation conversation = Requests.cached(
                    Requests.withTools(
                            Requests.saying("where is it?"),
                            List.of(new Tool("look_up", null, null, "here", null, null))),
                    HOUR);
            assertThat(results.of(request(workspace, target, conversation))
                            .transcript()
                            .failure())
                    .isNotNull();

            Exchange partly = Results.exchange(results.of(request(workspace, target, conversation)));

            assertThat(model.received()).hasSize(3);
            assertThat(partly.wasCached()).isFalse();
            assertThat(Objects.requireNonNull(partly.reported()).usage()).isEqualTo(new Usage(1_020L, 102L));
            assertThat(partly.spent().usage()).isEqualTo(new Usage(20L, 2L));
            assertThat(partly.spent().cost()).isEqualByComparingTo("0.000022");
        }
    }

    @Test
    void answers_from_earlier_wait_for_no_place_and_no_rate_at_the_target() {
        AtomicInteger held = new AtomicInteger();
        try (StubTarget bot = StubTarget.answering(vertx, (request, body) -> {
            if (!body.toString().contains("stay")) {
                StubTarget.json(request, "{\"reply\": \"hi\"}");
            } else {
                held.incrementAndGet();
            }
        })) {
            HttpTarget target = Requests.target(bot.url(), new Limits(1, null));
            hold(target, 1, "one");
            ExecutionRequested staying = Requests.request(target, Requests.saying(Duration.ofSeconds(10), "stay"));
            results.broker().publish(staying);
            Awaitility.await().untilAtomic(held, is(1));

            ExecutionCompleted recalled = hold(target, 1, "one");

            assertThat(cached(recalled)).isTrue();
            assertThat(results.all(staying.executionId())).isEmpty();
        }
    }

    @Test
    void what_is_kept_is_found_again_and_without_redis_nothing_is() {
        URI redis = config.getValue("parley.redis.url", URI.class);
        try (CuttableLine line = CuttableLine.to(vertx, redis.getHost(), redis.getPort())) {
            io.vertx.mutiny.core.Vertx mutiny = new io.vertx.mutiny.core.Vertx(vertx);
            Redis client =
                    Redis.createClient(mutiny, "redis://%s@127.0.0.1:%d".formatted(redis.getUserInfo(), line.port()));
            Cache cache = new RedisCache(
                    new ReactiveRedisDataSourceImpl(mutiny, client, RedisAPI.api(client)), loops, WireFormat.mapper());
            Kept kept = new Kept(200, "text/plain", "hi", Duration.ofMillis(5), Duration.ofMillis(2));
            String key = Ids.next().toString();

            cache.keep(key, kept, HOUR);
            Awaitility.await()
                    .until(() ->
                            cache.find(key).subscribeAsCompletionStage().join().equals(Optional.of(kept)));
            line.cut();

            cache.keep(key, kept, HOUR);
            assertThat(cache.find(key).subscribeAsCompletionStage().join()).isEmpty();
        }
    }

    private static boolean found(Cache cache, String key) {
        return cache.find(key).subscribeAsCompletionStage().join().isPresent();
    }

    /** A target whose answers differ each time. */
    private StubTarget counting() {
        AtomicInteger number = new AtomicInteger();
        return StubTarget.answering(
                vertx,
                (request, body) -> StubTarget.json(request, "{\"reply\": \"" + number.incrementAndGet() + "\"}"));
    }

    private static String completion(JsonObject message) {
        return new JsonObject()
                .put("choices", new JsonArray().add(new JsonObject().put("message", message)))
                .encode();
    }

    private static String counted(JsonObject message, int read, int written) {
        return new JsonObject(completion(message))
                .put("usage", new JsonObject().put("prompt_tokens", read).put("completion_tokens", written))
                .encode();
    }

    private ExecutionCompleted hold(LiveTarget target, int repeat, String... messages) {
        return results.of(request(workspace, target, repeat, null, messages));
    }

    private static boolean cached(ExecutionCompleted result) {
        return Results.exchange(result).wasCached();
    }

    private static ExecutionRequested request(WorkspaceId workspace, LiveTarget target, Conversation conversation) {
        return request(workspace, target, 1, null, conversation);
    }

    private static ExecutionRequested request(
            WorkspaceId workspace, LiveTarget target, int repeat, @Nullable Boolean anew, String... messages) {
        return request(workspace, target, repeat, anew, Requests.cached(Requests.saying(messages), HOUR));
    }

    private static ExecutionRequested request(
            WorkspaceId workspace, LiveTarget target, int repeat, @Nullable Boolean anew, Conversation conversation) {
        return new ExecutionRequested(
                new ExecutionId(Ids.next()),
                1,
                new RunId(Ids.next()),
                workspace,
                target,
                conversation,
                repeat,
                null,
                anew);
    }
}
