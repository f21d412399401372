package io.parley.validation.chat;

import static io.parley.validation.testing.StubModel.busy;
import static io.parley.validation.testing.StubModel.hangsUp;
import static io.parley.validation.testing.StubModel.says;
import static io.parley.validation.testing.StubModel.sends;
import static io.parley.validation.testing.StubModel.silent;
import static io.parley.validation.testing.StubModel.slowly;
import static io.parley.validation.testing.StubModel.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.validation.chat.Message.Role;
import io.parley.validation.models.Budget;
import io.parley.validation.models.Model;
import io.parley.validation.models.Prices;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ChatTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final List<Message> MESSAGES =
            List.of(new Message(Role.SYSTEM, "be fair"), new Message(Role.USER, "{\"answer\":\"hi\"}"));

    @Inject
    Chat chat;

    @Inject
    Sealer sealer;

    @Inject
    Vertx vertx;

    @Test
    void a_model_is_asked_as_openais_chat_completions_are() {
        try (StubModel stub = StubModel.scripted(vertx, says("fair"))) {
            Reply reply = ask(model(stub.url(), 1));

            assertThat(reply).isEqualTo(new Reply("fair", new Usage(StubModel.INPUT_TOKENS, StubModel.OUTPUT_TOKENS)));
            StubModel.Received received = stub.received().getFirst();
            assertThat(received.uri()).isEqualTo("/v1/chat/completions");
            assertThat(received.authorization()).isEqualTo("Bearer open-sesame");
            assertThat(received.text())
                    .isEqualTo(
                            "{\"model\":\"large-1\",\"messages\":[{\"role\":\"system\",\"content\":\"be fair\"},{\"role\":\"user\",\"content\":\"{\\\"answer\\\":\\\"hi\\\"}\"}],\"temperature\":0,\"seed\":1,\"response_format\":{\"type\":\"json_object\"}}");
        }
    }

    @Test
    void a_busy_model_is_asked_again_after_the_time_it_wishes() {
        try (StubModel stub = StubModel.scripted(vertx, busy(1), says("fair"))) {
            long before = System.nanoTime();

            assertThat(ask(model(stub.url(), 1)).text()).isEqualTo("fair");

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(stub.received()).hasSize(2);
        }
    }

    @Test
    void a_model_that_wishes_to_be_left_alone_for_long_is_given_up() {
        assertFails("it answered with status 429", 1, busy(3_600));
    }

    @Test
    void a_model_that_keeps_failing_is_given_up_after_four_tries() {
        assertFails("it answered with status 503, 4 times", 4, status(503, "{}"));
        assertFails("it closed the connection before its answer was complete, 4 times", 4, hangsUp());
        assertFails("it answered with something else than JSON, 4 times", 4, sends("<html>"));
        assertFails("it answered with something else than a chat completion, 4 times", 4, sends("{\"choices\": []}"));
    }

    @Test
    void a_silent_model_is_given_up_after_its_time() {
        try (StubModel stub = StubModel.scripted(vertx, silent())) {
            Model model = model(stub.url(), 1, Duration.ofSeconds(1));

            assertThatThrownBy(() -> ask(model)).hasMessage("it gave no complete answer within 1 s, 4 times");

            assertThat(stub.received()).hasSize(4);
        }
    }

    @Test
    void a_slow_model_is_waited_for() {
        try (StubModel stub = StubModel.scripted(vertx, slowly(vertx, Duration.ofMillis(700), says("fair")))) {
            assertThat(ask(model(stub.url(), 1)).text()).isEqualTo("fair");
        }
    }

    @Test
    void a_huge_answer_is_not_read_to_its_end() {
        assertFails("its answer is longer than 1,048,576 bytes", 1, says("x".repeat(2 << 20)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | it answered with status 401; is its key right?",
                "404 | it answered with status 404; are its address and its name right?",
                "307 | it answered with status 307; redirects are not followed",
                "413 | it answered with status 413",
            })
    void a_model_that_refuses_is_not_asked_again(int status, String reason) {
        assertFails(reason, 1, status(status, "{\"error\": \"no, open-sesame\"}"));
    }

    @Test
    void a_model_that_is_not_there_is_given_up() {
        String gone;
        try (StubModel stub = StubModel.scripted(vertx, silent())) {
            gone = stub.url();
        }

        assertThatThrownBy(() -> ask(model(gone, 1))).hasMessage("there is no connection to it, 4 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/v1", "http://[fd00:ec2::254]/v1", "http://0.0.0.0/v1"})
    void an_address_that_targets_must_not_have_is_never_asked(String url) {
        assertThatThrownBy(() -> ask(model(url, 1)))
                .isInstanceOf(ChatFailed.class)
                .hasMessageContaining("has an address that is refused");
    }

    @Test
    void what_an_endpoint_does_not_take_is_left_out_from_then_on() {
        Line temperature = status(400, "{\"error\": \"temperature is not supported\"}");
        Line format = status(400, "{\"error\": \"unknown: response_format\"}");
        try (StubModel stub = StubModel.scripted(vertx, temperature, format, says("fair"))) {
            Model model = model(stub.url(), 1);

            assertThat(ask(model).text()).isEqualTo("fair");
            assertThat(ask(model).text()).isEqualTo("fair");

            assertThat(stub.received().stream().map(StubModel.Received::body).map(ChatTest::extras))
                    .containsExactly(
                            List.of("temperature", "seed", "response_format"),
                            List.of("seed", "response_format"),
                            List.of("seed"),
                            List.of("seed"));
        }
    }

    @Test
    void a_request_that_is_refused_without_any_extras_too_is_given_up() {
        assertFails("it answered with status 400", 2, status(400, "{}"));
    }

    @Test
    void no_more_requests_are_under_way_than_the_model_may_have() {
        Line slow = slowly(vertx, Duration.ofMillis(50), says("fair"));
        try (StubModel stub = StubModel.scripted(vertx, slow)) {
            Model model = model(stub.url(), 3);

            List<Reply> replies = Uni.join()
                    .all(Stream.generate(() -> chat.ask(model, MESSAGES))
                            .limit(20)
                            .toList())
                    .andFailFast()
                    .await()
                    .atMost(LONG);

            assertThat(replies).hasSize(20);
            assertThat(stub.mostUnderWay()).isEqualTo(3);
        }
    }

    @Test
    void requests_that_fail_or_are_given_up_free_their_place() {
        try (StubModel stub = StubModel.scripted(vertx, silent(), status(401, "{}"), says("fair"))) {
            Model model = model(stub.url(), 1);

            assertThatThrownBy(() -> chat.ask(model, MESSAGES).await().atMost(Duration.ofMillis(300)))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> ask(model)).isInstanceOf(ChatFailed.class);

            assertThat(ask(model).text()).isEqualTo("fair");
        }
    }

    @Test
    void tokens_that_an_endpoint_does_not_count_are_estimated() {
        Line uncounted = sends("{\"choices\": [{\"message\": {\"content\": \"12345678\"}}]}");
        try (StubModel stub = StubModel.scripted(vertx, uncounted)) {
            Usage usage = ask(model(stub.url(), 1)).usage();

            assertThat(usage.inputTokens())
                    .isEqualTo(Math.ceilDiv(stub.received().getFirst().text().length(), 4));
            assertThat(usage.outputTokens()).isEqualTo(2);
        }
    }

    private void assertFails(String reason, int requests, Line line) {
        try (StubModel stub = StubModel.scripted(vertx, line)) {
            assertThatThrownBy(() -> ask(model(stub.url(), 1)))
                    .isInstanceOf(ChatFailed.class)
                    .hasMessage(reason);
            assertThat(stub.received()).hasSize(requests);
        }
    }

    private Reply ask(Model model) {
        return chat.ask(model, MESSAGES).await().atMost(LONG);
    }

    private Model model(String url, int concurrency) {
        return model(url, concurrency, LONG);
    }

    private Model model(String url, int concurrency, Duration timeout) {
        return new Model(
                Ids.next(),
                new WorkspaceId(Ids.next()),
                "judge",
                new Model.Endpoint(url, "large-1", sealer.seal("open-sesame")),
                new Prices(BigDecimal.ONE, BigDecimal.TEN),
                concurrency,
                timeout,
                new Budget(null, null),
                null);
    }

    private static List<String> extras(JsonNode body) {
        return Stream.of("temperature", "seed", "response_format")
                .filter(body::has)
                .toList();
    }
}
