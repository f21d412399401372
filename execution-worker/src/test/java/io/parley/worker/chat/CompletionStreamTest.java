package io.parley.worker.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.Reported.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionStreamTest {

    @Test
    void an_error_that_is_null_is_none() {
        JsonNode completion = CompletionStream.assembled(List.of(
                "{\"error\": null, \"choices\": [{\"delta\": {\"content\": \"hel\"}}]}",
                "{\"error\": null, \"choices\": [{\"delta\": {\"content\": \"lo\"}}]}"));

        assertThat(new Completion(completion).words()).isEqualTo("hello");
    }

    @Test
    void pieces_of_several_calls_find_their_own() {
        JsonNode completion = CompletionStream.assembled(List.of(
                piece("{\"index\": 1, \"id\": \"b\", \"function\": {\"name\": \"two\", \"arguments\": \"{\\\"n\"}}"),
                piece("{\"index\": 0, \"id\": \"a\", \"function\": {\"name\": \"one\", \"arguments\": {}}}"),
                piece("{\"index\": 1, \"function\": {\"arguments\": \"\\\": 2}\"}}"),
                piece("{\"index\": -1, \"function\": {\"name\": \"astray\"}}"),
                piece("{\"index\": 128, \"function\": {\"name\": \"astray\"}}")));

        List<Completion.Call> calls = new Completion(completion).calls();

        assertThat(calls.subList(0, 2))
                .containsExactly(
                        new Completion.Call("a", "one", new ToolCall("one", Map.of())),
                        new Completion.Call("b", "two", new ToolCall("two", Map.of("n", 2))));
        assertThat(calls).extracting(Completion.Call::name).doesNotContain("astray");
    }

    private static String piece(String call) {
        return "{\"choices\": [{\"delta\": {\"tool_calls\": [" + call + "]}}]}";
    }
}
