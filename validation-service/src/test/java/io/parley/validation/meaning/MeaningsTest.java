package io.parley.validation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.platform.eventloops.EventLoops;
import io.parley.validation.assertions.Answer;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With an endpoint that answers over a real socket. */
@Timeout(60)
class MeaningsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final MeaningOf SUN = new MeaningOf("sun");
    private static final MeaningOf RAIN = new MeaningOf("rain");

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private Function<JsonObject, Reply> behaviour = request -> embeddings(request.getJsonArray("input"));
    private HttpServer server;

    @BeforeEach
    void listen() {
        server = vertx.getDelegate()
                .createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> {
                    requests.add(body.toJsonObject());
                    keys.add(String.valueOf(request.getHeader("authorization")));
                    Reply reply = behaviour.apply(body.toJsonObject());
                    if (reply.status() > 0) {
                        request.response().setStatusCode(reply.status()).end(reply.body());
                    }
                }))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().await().atMost(LONG);
    }

    @Test
    void the_endpoint_is_asked_once_for_a_text_and_with_the_key() {
        Meanings meanings = meanings("http://localhost:" + server.actualPort() + "/v1/");

        Map<MeaningOf, Answer<Meaning>> first = ask(meanings, SUN, RAIN);
        Map<MeaningOf, Answer<Meaning>> second = ask(meanings, RAIN);

        assertThat(meanings.isRemote()).isTrue();
        assertThat(first.keySet()).containsExactlyInAnyOrder(SUN, RAIN);
        assertThat(known(first, SUN).cosine(known(first, RAIN))).isLessThan(0.99);
        assertThat(known(second, RAIN).cosine(known(first, RAIN))).isGreaterThan(0.999);
        assertThat(requests)
                .containsExactly(new JsonObject()
                        .put("model", "tiny")
                        .put("input", new JsonArray().add("sun").add("rain")));
        assertThat(keys).containsExactly("Bearer secret");
        assertThat(counted("embedded")).isEqualTo(2);
        assertThat(counted("cached")).isEqualTo(1);
    }

    @Test
    void a_refusal_that_may_pass_is_tried_again() {
        behaviour = request -> requests.size() < 3 ? new Reply(503, "busy") : embeddings(request.getJsonArray("input"));

        Map<MeaningOf, Answer<Meaning>> answers = ask(meanings("http://localhost:" + server.actualPort()), SUN);

        assertThat(answers.get(SUN)).isInstanceOf(Answer.Known.class);
        assertThat(requests).hasSize(3);
    }

    @Test
    void a_refusal_that_lasts_makes_the_meaning_unknown_at_once() {
        behaviour = request -> new Reply(401, "who are you");

        assertThat(unknown(ask(meanings("http://localhost:" + server.actualPort()), SUN)))
                .isEqualTo("its meaning could not be found out: the embeddings endpoint failed, it answers 401");
        assertThat(requests).hasSize(1);
        assertThat(counted("unknown")).isEqualTo(1);
    }

    @Test
    void what_is_unknown_is_asked_for_again_next_time() {
        behaviour = request -> new Reply(400, "no");
        Meanings meanings = meanings("http://localhost:" + server.actualPort());
        ask(meanings, SUN);
        behaviour = request -> embeddings(request.getJsonArray("input"));

        assertThat(ask(meanings, SUN).get(SUN)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void answers_that_are_none_make_the_meaning_unknown() {
        Meanings meanings = meanings("http://localhost:" + server.actualPort());

        for (String body : List.of(
                "<html>",
                "{}",
                "{\"data\": [{\"index\": 0, \"embedding\": []}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [0, 0]}]}",
                "{\"data\": [{\"index\": 7, \"embedding\": [1]}]}")) {
            behaviour = request -> new Reply(200, body);
            assertThat(unknown(ask(meanings, SUN))).startsWith("its meaning could not be found out");
        }
    }

    @Test
    void an_endpoint_that_does_not_answer_in_time_makes_the_meaning_unknown() {
        behaviour = request -> new Reply(0, "");

        Meanings meanings = meanings("http://localhost:" + server.actualPort(), Duration.ofMillis(300));

        assertThat(unknown(ask(meanings, SUN)))
                .startsWith("its meaning could not be found out: the embeddings endpoint failed");
        assertThat(requests).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void an_endpoint_that_is_not_there_makes_the_meaning_unknown() {
        int port = server.actualPort();
        server.close().toCompletionStage().toCompletableFuture().join();

        assertThat(unknown(ask(meanings("http://localhost:" + port), SUN))).contains("it cannot be reached");
    }

    @Test
    void many_texts_are_asked_for_in_several_requests() {
        List<MeaningOf> many = IntStream.range(0, 150)
                .mapToObj(n -> new MeaningOf("text " + n))
                .toList();

        Map<MeaningOf, Answer<Meaning>> answers =
                ask(meanings("http://localhost:" + server.actualPort()), many.toArray(MeaningOf[]::new));

        assertThat(answers)
                .hasSize(150)
                .allSatisfy((need, answer) -> assertThat(answer).isInstanceOf(Answer.Known.class));
        assertThat(requests).hasSize(3);
    }

    private Meanings meanings(String url) {
        return meanings(url, LONG);
    }

    private Meanings meanings(String url, Duration timeout) {
        EmbeddingSettings settings = new Settings(url, timeout);
        return new Meanings(
                new Embedders().embedder(settings, vertx, new EventLoops(vertx.getDelegate())), settings, metrics);
    }

    private double counted(String outcome) {
        return metrics.counter("parley.embeddings", "outcome", outcome).count();
    }

    private static Map<MeaningOf, Answer<Meaning>> ask(Meanings meanings, MeaningOf... needs) {
        return meanings.answer(List.of(needs)).await().atMost(LONG);
    }

    private static Meaning known(Map<MeaningOf, Answer<Meaning>> answers, MeaningOf need) {
        return ((Answer.Known<Meaning>) Objects.requireNonNull(answers.get(need))).value();
    }

    private static String unknown(Map<MeaningOf, Answer<Meaning>> answers) {
        return ((Answer.Unknown<Meaning>) Objects.requireNonNull(answers.get(SUN))).reason();
    }

    /** A different direction for each text, in the reverse order of the texts. */
    private static Reply embeddings(JsonArray input) {
        JsonArray data = new JsonArray();
        for (int index = input.size() - 1; index >= 0; index--) {
            int hash = input.getString(index).hashCode();
            data.add(new JsonObject()
                    .put("index", index)
                    .put("embedding", new JsonArray().add(Math.cos(hash)).add(Math.sin(hash))));
        }
        return new Reply(200, new JsonObject().put("data", data).encode());
    }

    /** @param status 0 for no answer at all */
    private record Reply(int status, String body) {}

    private record Settings(String address, Duration timeout) implements EmbeddingSettings {
        @Override
        public Optional<String> url() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> model() {
            return Optional.of("tiny");
        }

        @Override
        public Optional<String> key() {
            return Optional.of("secret");
        }

        @Override
        public MemorySize cache() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }
    }
}
