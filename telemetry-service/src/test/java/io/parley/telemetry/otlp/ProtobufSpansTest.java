package io.parley.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.parley.platform.problems.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtobufSpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void messages_may_have_their_structure_instead_of_a_string() {
        AnyValue part = object(field("type", text("text")), field("content", text("Where is it?")));
        AnyValue message = object(field("role", text("user")), field("parts", list(part)));
        Spans spans = read(span(TRACE, SPAN)
                .addAttributes(field("gen_ai.operation.name", text("chat")))
                .addAttributes(field("gen_ai.input.messages", list(message)))
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR)));

        assertThat(SpanEvents.of(spans.readable().getFirst()))
                .extracting(
                        event -> event.path("type").asText(),
                        event -> event.at("/payload/text").asText())
                .containsExactly(tuple("user.message", "Where is it?"), tuple("assistant.error", ""));
    }

    @Test
    void every_kind_of_value_is_read() {
        Spans spans = read(span(TRACE, SPAN)
                .addAttributes(
                        field("flag", AnyValue.newBuilder().setBoolValue(true).build()))
                .addAttributes(
                        field("number", AnyValue.newBuilder().setIntValue(-7).build()))
                .addAttributes(
                        field("share", AnyValue.newBuilder().setDoubleValue(0.5).build()))
                .addAttributes(field(
                        "bytes",
                        AnyValue.newBuilder()
                                .setBytesValue(ByteString.copyFromUtf8("hi"))
                                .build()))
                .addAttributes(field("nothing", AnyValue.getDefaultInstance())));

        assertThat(spans.readable().getFirst().attributes())
                .hasToString("{flag=true, number=-7, share=0.5, bytes=\"aGk=\", nothing=null}");
        assertThat(spans.readable().getFirst().resource()).hasToString("{service.name=\"shop\"}");
    }

    @Test
    void spans_without_ids_are_named_and_the_others_are_read() {
        Spans spans = read(span("", SPAN), span(TRACE, SPAN), span(TRACE, "0000000000000000"));

        assertThat(spans.readable()).hasSize(1);
        assertThat(spans.faults().number()).isEqualTo(2);
        assertThat(spans.faults().message()).startsWith("span 0: must have a traceId of 16 bytes");
    }

    @Test
    void of_many_faults_the_first_are_named() {
        Spans spans = ProtobufSpans.read(emptySpans(Size.MOST_SPANS));

        assertThat(spans.faults().number()).isEqualTo(Size.MOST_SPANS);
        assertThat(spans.faults().message()).contains("span 4:").endsWith("; and 9995 more");
    }

    @Test
    void what_is_small_and_becomes_much_is_too_large() {
        AnyValue list = AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder()
                        .addAllValues(Collections.nCopies(Size.MOST_PARTS + 1, AnyValue.getDefaultInstance())))
                .build();

        assertTooLarge(emptySpans(Size.MOST_SPANS + 1));
        assertTooLarge(request(List.of(span(TRACE, SPAN).addAttributes(field("list", list))))
                .toByteArray());
        assertTooLarge(messages(1, Size.MOST_PARTS + 1)); // senders without anything
    }

    @Test
    void a_field_that_nobody_knows_is_no_part_of_what_is_read() {
        byte[] unknown = messages(100, Size.MOST_PARTS + 1);

        assertThat(ProtobufSpans.read(unknown).readable()).isEmpty();
    }

    private static void assertTooLarge(byte[] request) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ProtobufSpans.read(request))
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(413));
    }

    private static byte[] emptySpans(int number) {
        return request(Collections.nCopies(number, Span.newBuilder())).toByteArray();
    }

    /** So many empty messages under the number of a field. */
    private static byte[] messages(int field, int number) {
        var empty = UnknownFieldSet.Field.newBuilder();
        Collections.nCopies(number, ByteString.EMPTY).forEach(empty::addLengthDelimited);
        return UnknownFieldSet.newBuilder()
                .addField(field, empty.build())
                .build()
                .toByteArray();
    }

    @Test
    void what_is_cut_off_is_malformed() {
        byte[] whole = request(List.of(span(TRACE, SPAN))).toByteArray();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ProtobufSpans.read(Arrays.copyOf(whole, whole.length - 1)))
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(400));
    }

    private static Spans read(Span.Builder... spans) {
        return ProtobufSpans.read(request(List.of(spans)).toByteArray());
    }

    static ExportTraceServiceRequest request(List<Span.Builder> spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(field("service.name", text("shop"))))
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addAllSpans(
                                        spans.stream().map(Span.Builder::build).toList())))
                .build();
    }

    static Span.Builder span(String traceId, String spanId) {
        return Span.newBuilder().setTraceId(bytes(traceId)).setSpanId(bytes(spanId));
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static KeyValue field(String name, AnyValue value) {
        return KeyValue.newBuilder().setKey(name).setValue(value).build();
    }

    private static AnyValue text(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    private static AnyValue list(AnyValue value) {
        return AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder().addValues(value))
                .build();
    }

    private static AnyValue object(KeyValue... fields) {
        return AnyValue.newBuilder()
                .setKvlistValue(KeyValueList.newBuilder().addAllValues(List.of(fields)))
                .build();
    }
}
