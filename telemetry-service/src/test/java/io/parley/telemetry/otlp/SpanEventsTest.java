package io.parley.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes are written as {@code name=value, ...}; quotes stand for themselves. */
class SpanEventsTest {

    private static final String ASKED =
            "gen_ai.input.messages=[{'role':'user','parts':[{'type':'text','content':'Hi'}]}]";
    private static final String TOOL_ANSWERED =
            "gen_ai.input.messages=[{'role':'user','parts':[{'type':'text','content':'Hi'}]},"
                    + "{'role':'tool','parts':[{'type':'tool_call_response','response':7}]}]";
    private static final String ANSWERED =
            "gen_ai.output.messages=[{'role':'assistant','parts':[{'type':'text','content':'Hello'},"
                    + "{'type':'text','content':'you'}],'finish_reason':'stop'}]";
    private static final String CALLED_TOOL =
            "gen_ai.output.messages=[{'role':'assistant','parts':[{'type':'reasoning','content':'Hm'},"
                    + "{'type':'tool_call','name':'clock'}]}]";

    @Test
    void a_call_of_a_model_is_what_was_said_and_what_was_answered() {
        List<ObjectNode> events =
                events("gen_ai.operation.name=chat;gen_ai.conversation.id=c-1;user.id=u-1;gen_ai.agent.name=Ada;"
                        + "gen_ai.provider.name=acme;gen_ai.request.model=m-1;gen_ai.usage.input_tokens=12;"
                        + ASKED + ";" + ANSWERED);

        assertThat(events).hasSize(2);
        assertThat(events.get(0))
                .hasToString(
                        "{'eventId':'%s','sessionId':'%s','subjectId':'u-1','type':'user.message','occurredAt':'2026-05-10T12:00:00Z',"
                                        .formatted(id(0, events), Identities.session("c-1"))
                                        .replace('\'', '"')
                                + "'payload':{'traceId':'0af7651916cd43dd8448eb211c80319c','spanId':'b7ad6b7169203331','agent':'Ada','provider':'acme','text':'Hi'}}"
                                        .replace('\'', '"'));
        assertThat(events.get(1).path("occurredAt").asText()).isEqualTo("2026-05-10T12:00:01.500Z");
        assertThat(events.get(1).path("payload"))
                .hasToString(
                        "{'traceId':'0af7651916cd43dd8448eb211c80319c','spanId':'b7ad6b7169203331','agent':'Ada','provider':'acme','text':'Hello\\nyou','durationMs':1500,'model':'m-1','inputTokens':12}"
                                .replace('\'', '"'));
    }

    @Test
    void what_was_said_may_stand_in_events_of_the_span() {
        String request = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{
              "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",
              "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}}],
              "events":[
                {"name":"exception"},
                {"name":"gen_ai.user.message","timeUnixNano":"1",
                 "attributes":[{"key":"content","value":{"stringValue":"Hi"}}]},
                {"name":"gen_ai.choice","attributes":[{"key":"message","value":{"kvlistValue":{"values":[
                  {"key":"content","value":{"stringValue":"Hello"}}]}}}]}]}]}]}]}
            """;
        Span span = JsonSpans.read(request.getBytes(UTF_8)).readable().getFirst();

        assertThat(span.events()).extracting(Span.Event::name).containsExactly("gen_ai.user.message", "gen_ai.choice");
        assertThat(SpanEvents.of(span))
                .extracting(event -> event.at("/payload/text").asText())
                .containsExactly("Hi", "Hello");
    }

    @Test
    void a_model_that_only_calls_tools_has_not_answered() {
        String request = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{
              "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",
              "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}}],
              "events":[
                {"name":"gen_ai.tool.message"},
                {"name":"gen_ai.choice","attributes":[{"key":"finish_reason","value":{"stringValue":"tool_calls"}}]}
              ]}]}]}]}
            """;

        assertThat(SpanEvents.of(
                        JsonSpans.read(request.getBytes(UTF_8)).readable().getFirst()))
                .isEmpty();
    }

    private static String id(int event, List<ObjectNode> events) {
        return events.get(event).path("eventId").asText();
    }

    @Test
    void a_loop_over_tools_is_one_request_and_one_answer() {
        assertThat(types("gen_ai.operation.name=chat;" + ASKED + ";" + CALLED_TOOL))
                .isEqualTo("user.message");
        assertThat(types("gen_ai.operation.name=execute_tool;gen_ai.tool.name=clock"))
                .isEqualTo("tool.executed");
        assertThat(types("gen_ai.operation.name=chat;" + TOOL_ANSWERED + ";" + ANSWERED))
                .isEqualTo("assistant.message");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gen_ai.operation.name=chat                                                     | user.message assistant.message
        gen_ai.operation.name=text_completion                                          | user.message assistant.message
        gen_ai.operation.name=generate_content                                         | user.message assistant.message
        gen_ai.operation.name=chat;gen_ai.response.finish_reasons=[tool_calls]         | user.message
        gen_ai.operation.name=chat;gen_ai.response.finish_reasons=[stop]               | user.message assistant.message
        gen_ai.operation.name=chat;error.type=timeout                                  | user.message assistant.error
        gen_ai.operation.name=chat;status=error                                        | user.message assistant.error
        gen_ai.operation.name=chat;gen_ai.input.messages=no JSON                       | user.message assistant.message
        gen_ai.operation.name=chat;gen_ai.input.messages=[{'role':'user','parts':[{'type':'tool_call_response'}]}] | assistant.message
        gen_ai.operation.name=invoke_agent                                             | agent.invoked
        gen_ai.operation.name=embeddings                                               | ''
        http.request.method=GET                                                        | ''
        """)
    void operations_become_events(String attributes, String types) {
        assertThat(types(attributes)).isEqualTo(types);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        user.id=u;enduser.id=e;service=shop             | u
        enduser.pseudo.id=p;gen_ai.agent.name=Ada       | p
        gen_ai.agent.name=Ada;service=shop              | Ada
        service=shop                                    | shop
        other=1                                         | unknown
        """)
    void the_subject_is_the_person_or_else_the_assistant(String attributes, String subject) {
        assertThat(events("gen_ai.operation.name=chat;" + attributes))
                .extracting(event -> event.path("subjectId").asText())
                .containsOnly(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gen_ai.conversation.id=0199A0DE-0000-7000-8000-000000000002 | 0199a0de-0000-7000-8000-000000000002
        session.id=0199a0de-0000-7000-8000-000000000003             | 0199a0de-0000-7000-8000-000000000003
        gen_ai.conversation.id=conv_5j66UpCpwteGg4YSxUnt7lPY        | 97b86c56-bd25-8285-83bf-5d40c3b8ecbf
        other=1                                                     | 0af76519-16cd-43dd-8448-eb211c80319c
        """)
    void the_session_is_the_conversation_or_else_the_trace(String attributes, String session) {
        assertThat(events("gen_ai.operation.name=chat;" + attributes))
                .extracting(event -> event.path("sessionId").asText())
                .containsOnly(session);
    }

    @Test
    void the_same_span_has_the_same_ids_each_time_and_its_events_have_different_ones() {
        List<ObjectNode> once = events("gen_ai.operation.name=chat");
        List<ObjectNode> again = events("gen_ai.operation.name=chat;user.id=other");

        assertThat(id(0, once)).isEqualTo(id(0, again)).isNotEqualTo(id(1, once));
        assertThat(id(1, once)).isEqualTo(id(1, again));
    }

    @Test
    void spans_without_ids_are_named() {
        Spans spans = JsonSpans.read(
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{},{\"traceId\":\"%s\",\"spanId\":\"%s\"}]}]}]}"
                        .formatted("0".repeat(32), "0".repeat(16))
                        .getBytes(UTF_8));

        assertThat(spans.readable()).isEmpty();
        assertThat(spans.faults().number()).isEqualTo(2);
        assertThat(spans.faults().message()).contains("span 0: must have a traceId", "span 1: must have a traceId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"resourceSpans":[{"scopeSpans":[{"spans":[%s]}]}]} | {} | 10001
        {"resourceSpans":[{"scopeSpans":[%s]}]}             | {} | 100001
        {"unknown":[%s]}                                    | [] | 100001
        {"resourceSpans":[],"unknown":{%s}}                 | "":0 | 400001
        """, quoteCharacter = '`')
    void what_is_small_and_becomes_much_is_too_large(String request, String part, int times) {
        byte[] body = request.formatted(String.join(",", Collections.nCopies(times, part)))
                .getBytes(UTF_8);

        assertTooLarge(() -> JsonSpans.read(body));
    }

    @Test
    void messages_in_a_string_are_no_way_around_that() {
        String parts = String.join(",", Collections.nCopies(Size.MOST_PARTS, "[]"));
        String attributes = "gen_ai.operation.name=chat;gen_ai.input.messages=[{'parts':[" + parts + "]}]";

        assertTooLarge(() -> events(attributes));
    }

    private static void assertTooLarge(ThrowingCallable reading) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(413));
    }

    private static String types(String attributes) {
        return events(attributes).stream()
                .map(event -> event.path("type").asText())
                .collect(Collectors.joining(" "));
    }

    private static List<ObjectNode> events(String attributes) {
        Spans spans = JsonSpans.read(SpanJson.with(attributes).getBytes(UTF_8));
        assertThat(spans.faults().number()).isZero();
        return SpanEvents.of(spans.readable().getFirst());
    }
}
