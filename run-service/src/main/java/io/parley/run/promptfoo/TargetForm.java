package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Providers as suites describe targets in place: the echo, HTTP, and whoever speaks OpenAI's chat completions. */
final class TargetForm {

    private static final Pattern CHAT =
            Pattern.compile("(openai|ollama|openrouter|groq|mistral|deepseek)(?::chat)?:(.+)");
    private static final Map<String, String> ADDRESSES = Map.of(
            "openai", "https://api.openai.com/v1",
            "ollama", "http://127.0.0.1:11434/v1",
            "openrouter", "https://openrouter.ai/api/v1",
            "groq", "https://api.groq.com/openai/v1",
            "mistral", "https://api.mistral.ai/v1",
            "deepseek", "https://api.deepseek.com/v1");

    /** Other parts of OpenAI's interface are no chat. */
    private static final Set<String> NO_CHAT = Set.of(
            "completion", "responses", "embedding", "embeddings", "image", "moderation", "assistant", "realtime");

    private static final List<String> PARAMETERS = List.of(
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "top_p",
            "presence_penalty",
            "frequency_penalty",
            "seed",
            "stop",
            "response_format");

    /** Keys are secrets of the target, and whom a service bills changes no answer. */
    private static final Set<String> OF_CHAT = Set.of("apiBaseUrl", "apiKey", "apiKeyEnvar", "organization");

    private static final Set<String> OF_HTTP =
            Set.of("url", "method", "headers", "body", "transformResponse", "responseParser");

    private static final Pattern PROMPT = Pattern.compile("\\{\\{\\s*prompt\\s*(\\|[^}]*)?}}");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{\\s*env\\.(\\w+)\\s*}}");
    private static final Pattern PART = Pattern.compile("\\(?json((?:\\.\\w+|\\[\\d+]|\\['\\w+'])*)\\)?");

    private TargetForm() {}

    /** Whether a target has what this key of a provider's configuration sets. */
    static boolean knows(String id, String key) {
        if (isHttp(id)) {
            return OF_HTTP.contains(key);
        }
        return !CHAT.matcher(id).matches() || OF_CHAT.contains(key) || PARAMETERS.contains(key);
    }

    private static boolean isHttp(String id) {
        return id.matches("https?(://.*)?");
    }

    /** Nothing for a provider of another kind. */
    static Optional<ObjectNode> of(String id, Piece config) {
        if (id.equals("echo")) {
            return Optional.of(kind("echo"));
        }
        if (isHttp(id)) {
            return http(id, config);
        }
        Matcher chat = CHAT.matcher(id);
        return chat.matches() && !NO_CHAT.contains(chat.group(2).split(":", 2)[0])
                ? Optional.of(chat(chat.group(1), chat.group(2), config))
                : Optional.empty();
    }

    /** Without a name, so that it has the suite's, which no other suite's target can have. */
    private static ObjectNode kind(String kind) {
        return Json.object().put("kind", kind);
    }

    private static ObjectNode chat(String service, String model, Piece config) {
        String address =
                config.has("apiBaseUrl") ? config.get("apiBaseUrl").text() : ADDRESSES.getOrDefault(service, "");
        ObjectNode target = kind("chat").put("base-url", withSecrets(address)).put("model", model);
        ObjectNode parameters = Json.object();
        PARAMETERS.stream()
                .filter(config::has)
                .forEach(parameter ->
                        parameters.set(parameter, config.get(parameter).value()));
        if (!parameters.isEmpty()) {
            target.set("parameters", parameters);
        }
        return target;
    }

    private static Optional<ObjectNode> http(String id, Piece config) {
        String url = config.has("url") ? config.get("url").text() : id;
        Piece transform = config.get(config.has("transformResponse") ? "transformResponse" : "responseParser");
        Optional<String> answer = transform.isThere() ? pointer(transform.text()) : Optional.of("");
        return answer.filter(pointer -> url.contains("://")).map(pointer -> {
            ObjectNode target = kind("http").put("url", said(url));
            target.put(
                    "method", config.has("method") ? config.get("method").text() : config.has("body") ? "POST" : "GET");
            headers(config.get("headers"), target);
            if (config.has("body")) {
                Piece body = config.get("body");
                target.put(
                        "body", said(body.isText() ? body.text() : body.value().toString()));
            }
            return pointer.isEmpty() ? target : target.put("answer", pointer);
        });
    }

    private static void headers(Piece headers, ObjectNode target) {
        if (headers.isThere()) {
            ObjectNode written = target.putObject("headers");
            headers.members().forEach((header, value) -> written.put(header, said(value.text())));
        }
    }

    private static String said(String template) {
        return withSecrets(PROMPT.matcher(template).replaceAll("{{message}}"));
    }

    /** What promptfoo takes from its environment is a secret of the target here. */
    private static String withSecrets(String template) {
        return ENVIRONMENT.matcher(template).replaceAll("{{secrets.$1}}");
    }

    /** JSON Pointer of a path such as {@code json.choices[0].text}; nothing for what computes. */
    private static Optional<String> pointer(String path) {
        Matcher part = PART.matcher(path.strip());
        return part.matches()
                ? Optional.of(Arrays.stream(part.group(1).split("[.\\[\\]']+"))
                        .filter(step -> !step.isEmpty())
                        .map(step -> "/" + step)
                        .reduce("", String::concat))
                : Optional.empty();
    }
}
