package io.parley.telemetry.otlp;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Rows;
import io.parley.telemetry.testing.Sample;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Lines.class)
class TracesTest {

    private static final String PATH = "/api/v1/telemetry/otlp/v1/traces";
    private static final String PROTOBUF = "application/x-protobuf";

    private final Sender sender = Sender.ofNewWorkspace();

    @Inject
    Rows rows;

    @Inject
    Pseudonyms pseudonyms;

    @SuppressWarnings("NullAway.Init") // the test resource puts itself in
    Lines lines;

    @Test
    void what_the_sdk_of_opentelemetry_exports_becomes_the_events_of_a_session() {
        UUID conversation = UUID.randomUUID();

        assertThat(export("gzip", chat(conversation))).isTrue();

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(2));
        sender.events("?sessionId=" + conversation)
                .then()
                .body("items.type", contains("assistant.message", "user.message"))
                .body("items.payload.text", contains("Tomorrow.", "When does it arrive?"))
                .body("items[0].payload.outputTokens", equalTo(7))
                .body("items[0].payload.finishReasons", contains("stop"))
                .body(
                        "items[0].subjectId",
                        equalTo(pseudonyms.of(sender.workspace()).of("user-1")));
    }

    @Test
    void what_was_said_may_stand_in_events_of_spans() {
        UUID conversation = UUID.randomUUID();
        List<SpanData> spans = Stream.of(
                        recorded(conversation, span -> {
                            span.addEvent("gen_ai.system.message", said("content", "Be kind."));
                            span.addEvent("gen_ai.user.message", said("content", "one?"));
                            span.addEvent("gen_ai.choice", said("message", "{\"content\": \"One.\"}"));
                        }),
                        recorded(conversation, span -> {
                            span.addEvent("gen_ai.user.message", body("{\"role\": \"user\", \"content\": \"two?\"}"));
                            span.addEvent("gen_ai.assistant.message", body("{\"tool_calls\": [{\"id\": \"call-1\"}]}"));
                            span.addEvent("gen_ai.tool.message", body("{\"content\": \"2\", \"id\": \"call-1\"}"));
                            span.addEvent(
                                    "gen_ai.choice", body("{\"index\": 0, \"message\": {\"content\": \"Two.\"}}"));
                        }),
                        recorded(
                                conversation,
                                span -> span.addEvent(
                                        "gen_ai.client.inference.operation.details",
                                        Attributes.builder()
                                                .putAll(said("gen_ai.input.messages", messages("user", "three?")))
                                                .putAll(said("gen_ai.output.messages", messages("assistant", "Three.")))
                                                .build())))
                .flatMap(List::stream)
                .toList();

        assertThat(export("gzip", spans)).isTrue();

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(5));
        sender.events("?sessionId=" + conversation + "&type=user.message")
                .then()
                .body("items.payload.text", containsInAnyOrder("one?", "three?"));
        sender.events("?sessionId=" + conversation + "&type=assistant.message")
                .then()
                .body("items.payload.text", containsInAnyOrder("One.", "Two.", "Three."));
    }

    private static Attributes said(String attribute, String text) {
        return Attributes.of(AttributeKey.stringKey(attribute), text);
    }

    private static Attributes body(String json) {
        return said("gen_ai.event.content", json);
    }

    private static String messages(String role, String text) {
        return "[{\"role\":\"%s\",\"parts\":[{\"type\":\"text\",\"content\":\"%s\"}]}]".formatted(role, text);
    }

    @Test
    void what_is_exported_again_is_stored_once() {
        List<SpanData> spans = chat(UUID.randomUUID());

        assertThat(export("gzip", spans)).isTrue();
        assertThat(export("none", spans)).isTrue();
        sender.send(Sample.event("probe")).then().statusCode(202);

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(3));
        assertThat(sender.counted("probe")).isOne();
    }

    @Test
    void an_export_of_more_than_one_message_is_stored_whole() {
        List<SpanData> spans = Stream.generate(() -> chat(UUID.randomUUID()))
                .limit(300)
                .flatMap(List::stream)
                .toList();

        assertThat(export("gzip", spans)).isTrue();

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(600));
    }

    @Test
    void traces_come_as_json_too() {
        post("application/json", span("gen_ai.operation.name=chat;user.id=u").getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body(equalTo("{}"));

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(2));
    }

    @Test
    void spans_that_cannot_be_taken_are_named_and_the_others_are_stored() {
        String subjects = "gen_ai.operation.name=chat;user.id=" + "x".repeat(201);
        String body = merged(span("gen_ai.operation.name=chat"), span(subjects));

        post("application/json", body.getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body("partialSuccess.rejectedSpans", equalTo("1"))
                .body("partialSuccess.errorMessage", containsString("/subjectId must have 1 to 200 characters"));

        await().untilAsserted(() -> assertThat(rows.events(sender.workspace())).isEqualTo(2));
    }

    @Test
    void partial_success_is_told_in_protobuf_too() throws IOException {
        byte[] request = ProtobufSpansTest.request(List.of(ProtobufSpansTest.span("", "")))
                .toByteArray();

        byte[] answer = post(PROTOBUF, request).then().statusCode(200).extract().asByteArray();

        var rejected = ExportTraceServiceResponse.parseFrom(answer).getPartialSuccess();
        assertThat(rejected.getRejectedSpans()).isOne();
        assertThat(rejected.getErrorMessage()).contains("traceId");
    }

    @Test
    void a_request_without_spans_is_fine() {
        post(PROTOBUF, new byte[0]).then().statusCode(200).contentType(PROTOBUF);
        post("application/json", "{}".getBytes(UTF_8)).then().statusCode(200).body(equalTo("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{\"resourceSpans\":{}}", "{\"resourceSpans\":[{\"scopeSpans\":7}]}"})
    void what_is_no_export_is_malformed(String body) {
        post("application/json", body.getBytes(UTF_8))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed"));
    }

    @Test
    void what_is_no_protobuf_is_malformed() {
        post(PROTOBUF, "{}".getBytes(UTF_8)).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"br, 415", "gzip, 400"})
    void what_is_packed_otherwise_is_refused(String encoding, int status) {
        request(PROTOBUF)
                .header("Content-Encoding", encoding)
                .body("not packed".getBytes(UTF_8))
                .post(PATH)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void nobody_can_send_little_that_unpacks_to_much() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[Packing.MAX_BYTES + 1]);
        }

        request(PROTOBUF)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(PATH)
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void without_the_broker_nothing_is_accepted() {
        lines.toBroker().cut();
        try {
            post("application/json", span("gen_ai.operation.name=chat").getBytes(UTF_8))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", Integer::parseInt, equalTo(2));
        } finally {
            lines.toBroker().mend();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> sender.send(Sample.event("probe")).then().statusCode(202));
        }
    }

    @ParameterizedTest
    @CsvSource({"application/x-protobuf, ''", "application/json, {}"})
    void only_editors_and_keys_for_telemetry_may_send(String type, String body) {
        given().contentType(type).body(body.getBytes(UTF_8)).post(PATH).then().statusCode(401);
        String viewer = TestTokens.of(sender.workspace(), Access.VIEWER);
        String otherKey = TestTokens.ofKey(sender.workspace(), Access.RUNS_WRITE);
        String key = TestTokens.ofKey(sender.workspace(), Access.TELEMETRY_WRITE);

        assertThat(statusFor(viewer, type, body)).isEqualTo(403);
        assertThat(statusFor(otherKey, type, body)).isEqualTo(403);
        assertThat(statusFor(key, type, body)).isEqualTo(200);
    }

    private static int statusFor(String token, String type, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .post(PATH)
                .statusCode();
    }

    private RequestSpecification request(String type) {
        return given().auth().oauth2(sender.token()).contentType(type);
    }

    private Response post(String type, byte[] body) {
        return request(type).body(body).post(PATH);
    }

    /** A span of now with ids of its own. */
    private static String span(String attributes) {
        var random = new SplittableRandom();
        byte[] ids = new byte[24];
        random.nextBytes(ids);
        HexFormat hex = HexFormat.of();
        long now = TimeUnit.SECONDS.toNanos(Instant.now().getEpochSecond());
        return SpanJson.of(hex.formatHex(ids, 0, 16), hex.formatHex(ids, 16, 24), now, attributes);
    }

    private static String merged(String one, String other) {
        String start = "{\"resourceSpans\":[";
        return one.strip().substring(0, one.strip().length() - 2) + ","
                + other.strip().substring(start.length());
    }

    /** What an instrumented assistant records of one question and its answer. */
    private static List<SpanData> chat(UUID conversation) {
        return recorded(conversation, span -> {
            span.setAttribute("user.id", "user-1");
            span.setAttribute("gen_ai.usage.output_tokens", 7);
            span.setAttribute(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop"));
            span.setAttribute("gen_ai.input.messages", messages("user", "When does it arrive?"));
            span.setAttribute("gen_ai.output.messages", messages("assistant", "Tomorrow."));
        });
    }

    /** What the SDK makes of one call of a model. */
    private static List<SpanData> recorded(UUID conversation, Consumer<Span> call) {
        var recorded = new Recorded();
        try (var tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(recorded))
                .build()) {
            Instant end = Instant.now();
            Span span = tracing.get("assistant")
                    .spanBuilder("chat m-1")
                    .setStartTimestamp(end.minusSeconds(1))
                    .startSpan();
            span.setAttribute("gen_ai.operation.name", "chat");
            span.setAttribute("gen_ai.conversation.id", conversation.toString());
            call.accept(span);
            span.end(end);
        }
        return recorded.spans;
    }

    private boolean export(String compression, List<SpanData> spans) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint("http://localhost:" + port + PATH)
                .addHeader("Authorization", "Bearer " + sender.token())
                .setCompression(compression)
                .build()) {
            return exporter.export(spans).join(30, TimeUnit.SECONDS).isSuccess();
        }
    }

    /** Spans as they came out of the SDK. */
    private static final class Recorded implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
