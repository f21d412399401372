package io.parley.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        gen_ai.user.message | content=Hi                                                      | user: Hi
        gen_ai.user.message | content=42                                                      | user: 42
        gen_ai.user.message | content=[1, 2]                                                  | user: [1, 2]
        gen_ai.user.message | content={'a': 1}                                                | user: {"a": 1}
        gen_ai.user.message | content=[{'text': 'Hi'}, {'image': {}}, {'text': 'you'}]        | user: Hi you
        gen_ai.user.message | content=[{'type': 'text', 'text': 'Hi'}, {'type': 'image_url'}] | user: Hi
        gen_ai.user.message | gen_ai.event.content={'role': 'user', 'content': 'Hi'}          | user: Hi
        gen_ai.user.message | gen_ai.event.content=Hi                                         | user: Hi
        gen_ai.user.message | gen_ai.system=acme                                              | user:
        gen_ai.tool.message | content=7                                                       | tool: 7
        gen_ai.assistant.message | tool_calls=[{'id': 'c'}]                                   | assistant of tools:
        """)
    void what_a_model_was_given_is_in_an_event(String event, String attributes, String message) {
        assertThat(shown(Message.asked(span(event(event, attributes))).orElseThrow()))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        message={'role': 'assistant', 'content': 'Hi'};finish_reason=stop                          | assistant: Hi
        message={'role': 'assistant', 'content': [{'text': 'Hi'}]}                                 | assistant: Hi
        message={'tool_calls': [{'id': 'c'}]}                                                      | assistant of tools:
        message={'tool_calls': [{'id': 'c'}], 'content': 'Wait'}                                   | assistant: Wait
        message=Hi                                                                                 | assistant: Hi
        message={'answer': 42}                                                                     | assistant: {"answer": 42}
        message=[{'text': 'Hi'}]                                                                   | assistant: Hi
        message=[{'toolUse': {'name': 'clock'}}];finish_reason=tool_use                            | assistant of tools:
        message.content=Hi                                                                         | assistant: Hi
        content=Hi                                                                                 | assistant: Hi
        gen_ai.event.content={'message': {'content': 'Hi'}, 'finish_reason': 'stop', 'index': 0}   | assistant: Hi
        gen_ai.event.content={'message': {'tool_calls': [{'id': 'c'}]}, 'finish_reason': 'tool_calls'} | assistant of tools:
        tool_calls=[{'id': 'c'}]                                                                   | assistant of tools:
        finish_reason=stop                                                                         | assistant:
        """)
    void what_a_model_said_is_in_an_event(String attributes, String message) {
        assertThat(shown(Message.answered(span(event("gen_ai.choice", attributes)))
                        .orElseThrow()))
                .isEqualTo(message);
    }

    @Test
    void the_last_event_counts_and_before_all_of_them_the_attributes_of_the_span_and_of_its_details() {
        Span.Event first = event("gen_ai.user.message", "content=first");
        Span.Event last = event("gen_ai.user.message", "content=last");
        Span.Event details = event(
                DETAILS,
                "gen_ai.input.messages=[{'role': 'user', 'parts': [{'type': 'text', 'content': 'in details'}]}]");
        Span.Event ofOutput = event(DETAILS, "gen_ai.output.messages=[]");
        Map<String, JsonNode> attributes = attributes(
                "gen_ai.input.messages=[{'role': 'user', 'parts': [{'type': 'text', 'content': 'in the span'}]}]");

        assertThat(Message.asked(span(first, last, event("gen_ai.choice", "content=no"))))
                .map(Message::text)
                .contains("last");
        assertThat(Message.asked(span(details, ofOutput, last)))
                .map(Message::text)
                .contains("in details");
        assertThat(Message.asked(span(attributes, details, last)))
                .map(Message::text)
                .contains("in the span");
        assertThat(Message.answered(span(first))).isEmpty();
    }

    private static String shown(Message message) {
        String who = message.role() + (message.isOfTools() ? " of tools" : "");
        return (who + ": " + message.text().replace('\n', ' ')).strip();
    }

    private static Span span(Span.Event... events) {
        return span(Map.of(), events);
    }

    private static Span span(Map<String, JsonNode> attributes, Span.Event... events) {
        return new Span("", "", Instant.EPOCH, Instant.EPOCH, false, attributes, List.of(events), Map.of());
    }

    private static Span.Event event(String name, String attributes) {
        return new Span.Event(name, attributes(attributes));
    }

    /** Written as {@code name=value;...} with single for double quotes. */
    private static Map<String, JsonNode> attributes(String texts) {
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        for (String text : Arrays.asList(texts.split(";", -1))) {
            String[] sides = text.split("=", 2);
            attributes.put(sides[0], JsonNodeFactory.instance.textNode(sides[1].replace('\'', '"')));
        }
        return attributes;
    }
}
