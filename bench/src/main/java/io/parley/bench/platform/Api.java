package io.parley.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The calls of the public API that a benchmark makes. The access it has ends after ten minutes. */
public final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI address;
    private final String token;

    private Api(HttpClient client, URI address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    static Api login(URI address, String email, String password) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String body = JSON.writeValueAsString(Map.of("email", email, "password", password));
        JsonNode session = new Api(client, address, "").post("/api/v1/auth/login", "application/json", body);
        return new Api(client, address, session.get("accessToken").textValue());
    }

    /**
     * Registers a target that gets {@code {"message": ...}} and answers {@code {"answer": ...}}.
     *
     * @return its id
     */
    public String registerTarget(String name, URI url, int maxConcurrency) throws IOException, InterruptedException {
        Map<String, Object> target = Map.of(
                "name",
                name,
                "url",
                url.toString(),
                "method",
                "POST",
                "headers",
                Map.of("Content-Type", "application/json"),
                "body",
                "{\"message\": \"{{message}}\"}",
                "answer",
                "/answer",
                "limits",
                Map.of("maxConcurrency", maxConcurrency),
                "secrets",
                Map.of());
        return post("/api/v1/targets", "application/json", JSON.writeValueAsString(target))
                .get("id")
                .textValue();
    }

    /** Imports a suite; answers its id. */
    public String importSuite(String yaml) throws IOException, InterruptedException {
        return post("/api/v1/suites", "application/yaml", yaml).get("id").textValue();
    }

    /**
     * Starts a run.
     *
     * @param repeat how often to hold each case
     */
    public RunState startRun(String suite, String target, int repeat) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("suiteId", suite, "targetId", target, "repeat", repeat));
        return JSON.treeToValue(post("/api/v1/runs", "application/json", body), RunState.class);
    }

    public RunState run(String id) throws IOException, InterruptedException {
        return JSON.treeToValue(get("/api/v1/runs/" + id), RunState.class);
    }

    /** How many executions have reported into telemetry, over all runs. */
    public long reportedExecutions() throws IOException, InterruptedException {
        return events("execution.completed");
    }

    /** How many messages of users were stored in telemetry. */
    public long userMessages() throws IOException, InterruptedException {
        return events("user.message");
    }

    private long events(String type) throws IOException, InterruptedException {
        long sum = 0;
        for (JsonNode count :
                get("/api/v1/telemetry/counts?limit=200&type=" + type).get("items")) {
            sum += count.get("events").longValue();
        }
        return sum;
    }

    /** The access token that its calls show. */
    public String token() {
        return token;
    }

    @Override
    public void close() {
        client.close();
    }

    /** Sends JSON to a path of the API. */
    public void put(String path, String body) throws IOException, InterruptedException {
        var unused = send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    /** What is at a path of the API. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    private JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest sent = request.timeout(TIMEOUT).build();
        HttpResponse<String> answer = client.send(sent, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(sent.method() + " " + sent.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
