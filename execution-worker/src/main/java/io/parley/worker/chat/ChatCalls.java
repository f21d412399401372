package io.parley.worker.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.Tool;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpCall;
import io.parley.worker.http.HttpCalls;
import io.parley.worker.http.TargetUrl;
import io.parley.worker.templates.Escaping;
import io.parley.worker.templates.Templates;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the requests of a conversation. */
@ApplicationScoped
class ChatCalls {

    private static final String PATH = "/chat/completions";
    private static final String AUTHORIZATION = "Authorization";

    private static final Map<String, Object> ANY_ARGUMENTS = Map.of("type", "object", "properties", Map.of());

    private final HttpCalls calls;
    private final Templates templates;
    private final ObjectMapper json;

    ChatCalls(HttpCalls calls, Templates templates, ObjectMapper json) {
        this.calls = calls;
        this.templates = templates;
        this.json = json;
    }

    /** The system prompt, if the target has one. */
    Optional<ObjectNode> system(ChatTarget target, TargetScope scope) {
        return Optional.ofNullable(target.system())
                .map(prompt -> said("system", templates.render(prompt, scope, Escaping.NONE)));
    }

    ObjectNode user(String message) {
        return said("user", message);
    }

    /** What a tool returned. */
    ObjectNode returned(String callId, String content) {
        return said("tool", content).put("tool_call_id", callId);
    }

    private ObjectNode said(String role, String content) {
        return json.createObjectNode().put("role", role).put("content", content);
    }

    /** The request for what the model says next. */
    HttpCall next(ChatTarget target, ArrayNode history, List<Tool> tools, TargetScope scope) {
        Map<String, String> headers = calls.headers(target.headers(), scope);
        headers.putIfAbsent("Content-Type", "application/json");
        String key = scope.secrets().open().get(ChatTarget.KEY);
        if (key != null) {
            headers.putIfAbsent(AUTHORIZATION, "Bearer " + key);
        }
        TargetUrl url = TargetUrl.parse(target.baseUrl().replaceFirst("/+$", "") + PATH);
        Buffer body = Buffer.buffer(bytes(request(target, history, tools)));
        return new HttpCall("POST", url, headers, body).begunBy(CompletionStream::hasBegun);
    }

    private ObjectNode request(ChatTarget target, ArrayNode history, List<Tool> tools) {
        ObjectNode request = json.createObjectNode().put("model", target.model());
        request.set("messages", history);
        if (!tools.isEmpty()) {
            tools.forEach(tool -> request.withArray("tools").add(declared(tool)));
        }
        if (target.stream()) {
            request.put("stream", true).putObject("stream_options").put("include_usage", true);
        }
        target.parameters().forEach((name, value) -> set(request, name, json.valueToTree(value)));
        return request;
    }

    private static void set(ObjectNode request, String name, JsonNode value) {
        if (value.isNull()) {
            request.remove(name);
        } else {
            request.set(name, value);
        }
    }

    private ObjectNode declared(Tool tool) {
        ObjectNode function = json.createObjectNode().put("name", tool.name());
        if (tool.description() != null) {
            function.put("description", tool.description());
        }
        function.set("parameters", json.valueToTree(tool.parameters() == null ? ANY_ARGUMENTS : tool.parameters()));
        ObjectNode declared = json.createObjectNode().put("type", "function");
        declared.set("function", function);
        return declared;
    }

    private byte[] bytes(ObjectNode request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that is no JSON", impossible);
        }
    }
}
