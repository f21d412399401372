package io.parley.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.parley.contracts.Event;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.Target;
import io.parley.contracts.TelemetryReceived;
import io.parley.platform.rawjson.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden file pins every event: within a version nothing but optional components may be added to it. */
class WireFormatTest {

    private static final ObjectMapper JSON = WireFormat.mapper();
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    static Stream<Class<?>> events() {
        return Stream.of(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_exactly_the_form_of_its_golden_file(Class<? extends Event> type) throws IOException {
        String golden = golden(type);

        Event event = JSON.readValue(golden, type);

        String written = pretty(JSON.writeValueAsString(event));
        assertThat(written).isEqualTo(golden.stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_golden_file_has_every_component(Class<? extends Event> type) throws IOException {
        assertThat(JSON.readValue(golden(type), type)).usingRecursiveAssertion().hasNoNullFields();
    }

    @Test
    void what_is_optional_may_be_absent_and_is_then_not_written() throws JsonProcessingException {
        String minimal = """
                {"executionId":"019a9d3b-7c00-7000-8000-000000000001","attempt":1,\
                "runId":"019a9d3b-7c00-7000-8000-000000000002",\
                "workspaceId":"019a9d3b-7c00-7000-8000-000000000003",\
                "target":{"kind":"http","id":"019a9d3b-7c00-7000-8000-000000000004","name":"bot","url":"http://bot",\
                "method":"GET","headers":{},"limits":{"maxConcurrency":1},"sealedSecrets":{}},\
                "conversation":{"name":"case","tags":[],"skills":[],"vars":{},"turns":[],"expect":[],"timeout":"PT1S"}}""";

        ExecutionRequested event = JSON.readValue(minimal, ExecutionRequested.class);

        assertThat(event.conversation().threshold()).isNull();
        assertThat(((HttpTarget) event.target()).body()).isNull();
        assertThat(JSON.writeValueAsString(event)).isEqualTo(minimal);
    }

    @Test
    void a_recorded_target_carries_the_transcript_or_says_that_there_is_none() throws JsonProcessingException {
        String target = """
                {"kind":"recorded","id":"019a9d3b-7c00-7000-8000-000000000004","name":"bot",\
                "limits":{"maxConcurrency":1},\
                "transcript":{"startedAt":"2026-01-02T03:04:05Z","duration":"PT1S","exchanges":[]}}""";

        assertThat(JSON.writerFor(Target.class).writeValueAsString(JSON.readValue(target, Target.class)))
                .isEqualTo(target);
        assertThat(JSON.readValue(target.replaceFirst("\"transcript\":.*", "\"transcript\":null}"), Target.class))
                .isInstanceOfSatisfying(
                        RecordedTarget.class,
                        recorded -> assertThat(recorded.transcript()).isNull());
    }

    @Test
    void what_an_earlier_version_recorded_has_no_body() throws JsonProcessingException {
        Exchange exchange = new Exchange("hello", "hi", 200, Duration.ofMillis(5), 1);
        String written = JSON.writeValueAsString(exchange);

        assertThat(written).isEqualTo("""
                {"user":"hello","answer":"hi","status":200,"latency":"PT0.005S","tries":1}""");
        assertThat(JSON.readValue(written, Exchange.class)).isEqualTo(exchange);
    }

    @Test
    void a_null_that_somebody_wrote_stays_a_null() throws IOException {
        ExecutionCompleted golden = JSON.readValue(golden(ExecutionCompleted.class), ExecutionCompleted.class);
        String written = JSON.writeValueAsString(golden)
                .replace("{\"contains\":\"Köln\"}", "{\"json-path\":{\"path\":\"$.a\",\"equals\":null}}");

        ExecutionCompleted event = JSON.readValue(written, ExecutionCompleted.class);

        assertThat(event.checks().turns().getFirst().getFirst())
                .extractingByKey("json-path", InstanceOfAssertFactories.MAP)
                .containsEntry("equals", null);
        assertThat(JSON.writeValueAsString(event)).isEqualTo(written);
    }

    @Test
    void a_component_of_a_later_version_is_ignored() throws IOException {
        String later = golden(RunCancelled.class).replaceFirst("\\{", "{\"cancelledBy\": {\"name\": \"somebody\"},");

        assertThat(JSON.readValue(later, RunCancelled.class))
                .isEqualTo(JSON.readValue(golden(RunCancelled.class), RunCancelled.class));
    }

    @Test
    void an_id_that_is_no_uuid_or_a_verdict_that_is_none_is_refused() throws IOException {
        String validated = golden(ExecutionValidated.class);

        for (String broken : List.of(validated.replace("019a9d3b", "x"), validated.replace("FAIL", "MAYBE"))) {
            assertThatThrownBy(() -> JSON.readValue(broken, ExecutionValidated.class))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void a_payload_stays_the_text_that_it_is() throws IOException {
        String payload = """
                {"a" : [1.50, "}größer 😀\\""], "b":{}}""";
        String message = JSON.writeValueAsString(
                        JSON.readValue(golden(TelemetryReceived.class), TelemetryReceived.class))
                .replaceFirst("\\{\"text\".*?}}", Matcher.quoteReplacement(payload));
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);

        TelemetryReceived event =
                RawJson.readerOf(bytes, JSON.readerFor(TelemetryReceived.class)).readValue(bytes);

        assertThat(event.events().getFirst().payload()).isEqualTo(payload);
        assertThat(JSON.writeValueAsBytes(event)).isEqualTo(bytes);
        assertThatThrownBy(() -> JSON.readValue(message.replace(payload, "7"), TelemetryReceived.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    /** What is raw JSON in an event was not made pretty with it. */
    private static String pretty(String json) throws JsonProcessingException {
        JsonNode exact = JSON.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .readTree(json);
        return JSON.writer(PRETTY)
                .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .writeValueAsString(exact);
    }

    private static String golden(Class<? extends Event> type) throws IOException {
        String name = "/wire/" + Event.routingKeyOf(type) + ".json";
        try (InputStream file = WireFormatTest.class.getResourceAsStream(name)) {
            byte[] bytes =
                    Objects.requireNonNull(file, "no golden file " + name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
