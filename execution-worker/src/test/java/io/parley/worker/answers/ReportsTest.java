package io.parley.worker.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Reported;
import io.parley.platform.json.WireFormat;
import io.parley.platform.secrets.Sealer;
import io.parley.worker.secrets.Secrets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {

    private static final ObjectMapper JSON = WireFormat.mapper();
    private static final Sealer SEALER = new Sealer(Base64.getEncoder().encodeToString(new byte[32]));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            intent        | {"x": "order.status"}        | {"intent":{"name":"order.status"}}
            intent        | {"x": "größe"}               | {"intent":{"name":"größe"}}
            intent        | {"x": 7}                     | {}
            intent        | {"x": null}                  | {}
            intent        | {"y": "a"}                   | {}
            intent        | "x"                          | {}
            intent        | not JSON                     | {}
            intent        | ``                           | {}
            confidence    | {"x": 0.75}                  | {"intent":{"confidence":0.75}}
            confidence    | {"x": "0.75"}                | {}
            confidence    | {"x": 1e999}                 | {}
            buttons       | {"x": ["Yes", "No"]}         | {"buttons":["Yes","No"]}
            buttons       | {"x": []}                    | {"buttons":[]}
            buttons       | {"x": null}                  | {"buttons":[]}
            buttons       | {"y": 1}                     | {"buttons":[]}
            buttons       | [1]                          | {}
            buttons       | {"x": ["Yes", 2]}            | {}
            buttons       | {"x": "Yes"}                 | {}
            cards         | {"x": ["A"]}                 | {"cards":["A"]}
            media         | {"x": ["image/png"]}         | {"media":["image/png"]}
            input-tokens  | {"x": 12}                    | {"usage":{"inputTokens":12}}
            input-tokens  | {"x": -1}                    | {}
            input-tokens  | {"x": 1.5}                   | {}
            output-tokens | {"x": 12}                    | {"usage":{"outputTokens":12}}
            output-tokens | {"x": 99999999999999999999}  | {}
            cost          | {"x": 0.0021}                | {"cost":0.0021}
            cost          | {"x": -1}                    | {}
            cost          | {"x": 1e300}                 | {}
            finish-reason | {"x": "stop"}                | {"finishReason":"stop"}
            finish-reason | {"x": ["stop"]}              | {}
            steps         | {"x": 3}                     | {"steps":3}
            steps         | {"x": 3000000000}            | {}
            """)
    void what_is_there_in_the_shape_that_it_should_have_is_read(String report, String body, String reported)
            throws JsonProcessingException {
        assertThat(write(read(Map.of(report, "/x"), body))).isEqualTo(reported);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"name": "f", "arguments": {"a": 1}}]                          | [{"name":"f","arguments":{"a":1}}]
            [{"name": "f", "args": {"a": [null]}}]                          | [{"name":"f","arguments":{"a":[null]}}]
            [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{\\"a\\": 1}"}}] | [{"name":"f","arguments":{"a":1}}]
            [{"function": {"name": "f", "arguments": ""}}]                  | [{"name":"f","arguments":{}}]
            [{"name": "f", "arguments": null}, {"name": "g"}]               | [{"name":"f","arguments":{}},{"name":"g","arguments":{}}]
            []                                                              | []
            null                                                            | []
            [{"function": {"name": "f", "arguments": "{\\"a\\": "}}]        | nothing
            [{"name": "f", "arguments": [1]}]                               | nothing
            [{"name": "f", "arguments": 1}]                                 | nothing
            [{"name": "f"}, {"arguments": {}}]                              | nothing
            ["f"]                                                           | nothing
            {"name": "f"}                                                   | nothing
            """)
    void calls_of_tools_have_three_shapes(String calls, String expected) throws JsonProcessingException {
        String reported = write(read(Map.of("tool-calls", "/x"), "{\"x\": " + calls + "}"));

        assertThat(reported).isEqualTo(expected.equals("nothing") ? "{}" : "{\"toolCalls\":" + expected + "}");
    }

    @Test
    void a_target_without_the_setting_reports_nothing_at_all() {
        assertThat(Reports.read(null, body("{\"x\": 1}"))).isNull();
    }

    @Test
    void a_list_is_empty_where_its_object_is_there_and_unknown_where_that_is_missing() throws JsonProcessingException {
        Map<String, String> reports = Map.of("tool-calls", "/choices/0/message/tool_calls");

        assertThat(write(read(reports, "{\"choices\": [{\"message\": {\"content\": \"hi\"}}]}")))
                .isEqualTo("{\"toolCalls\":[]}");
        assertThat(write(read(reports, "{\"error\": \"busy\"}"))).isEqualTo("{}");
    }

    @Test
    void a_pointer_that_is_none_and_lists_beyond_reason_report_nothing() throws JsonProcessingException {
        assertThat(write(read(Map.of("intent", "x", "colour", "/x"), "{\"x\": \"a\"}")))
                .isEqualTo("{}");
        assertThat(write(read(Map.of("buttons", "/x"), "{\"x\": [" + "\"a\",".repeat(1_000) + "\"a\"]}")))
                .isEqualTo("{}");
    }

    private static Reported read(Map<String, String> pointers, String body) {
        return Objects.requireNonNull(Reports.read(pointers, body(body)));
    }

    private static JsonBody body(String text) {
        return new JsonBody(text, JSON.reader(), new Secrets(Map.of(), SEALER));
    }

    private static String write(Reported reported) throws JsonProcessingException {
        return JSON.writeValueAsString(reported);
    }
}
