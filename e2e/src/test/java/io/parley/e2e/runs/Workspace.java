package io.parley.e2e.runs;

import io.parley.e2e.api.Api;
import io.parley.e2e.api.RunView;
import io.parley.e2e.platform.Platform;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A new user with an own workspace: nobody else's doings show in it.
 *
 * @param id the workspace's
 * @param password the user's
 * @param api the user's access to the API, for ten minutes
 */
public record Workspace(UUID id, String password, Api api) {

    /** Registers a user and logs in. */
    public static Workspace on(Platform platform) {
        Api anybody = Api.at(platform.address());
        String email = "user-" + UUID.randomUUID() + "@example.org";
        String password = "Correct horse " + UUID.randomUUID();
        String id = anybody.post(
                        "/api/v1/auth/register",
                        Map.of("email", email, "password", password, "displayName", "A tester"))
                .expect(201)
                .json()
                .path("workspaceId")
                .asText();
        String token = anybody.post("/api/v1/auth/login", Map.of("email", email, "password", password))
                .expect(200)
                .json()
                .path("accessToken")
                .asText();
        return new Workspace(UUID.fromString(id), password, anybody.with(token));
    }

    /** Registers a target that takes {@code {"message": ...}} and answers {@code {"answer": ...}}. */
    public UUID target(URI url, int maxConcurrency) {
        return target(url, maxConcurrency, Map.of());
    }

    /** The same, with further components of the target. */
    public UUID target(URI url, int maxConcurrency, Map<String, Object> more) {
        Map<String, Object> target = new HashMap<>(Map.of(
                "name",
                "target " + UUID.randomUUID(),
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
                Map.of("maxConcurrency", maxConcurrency)));
        target.putAll(more);
        return id(api.post("/api/v1/targets", target)
                .expect(201)
                .json()
                .path("id")
                .asText());
    }

    /** Imports a suite file. */
    public UUID suite(String yaml) {
        return id(api.post("/api/v1/suites", "application/yaml", BodyPublishers.ofString(yaml))
                .expect(201)
                .json()
                .path("id")
                .asText());
    }

    /** Starts a run, as part of a trace of its own. */
    public Run run(UUID suite, UUID target) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        RunView started = api.post(
                        "/api/v1/runs",
                        Map.of("suiteId", suite, "targetId", target),
                        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                .expect(201)
                .as(RunView.class);
        return new Run(api, started.id(), trace);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
