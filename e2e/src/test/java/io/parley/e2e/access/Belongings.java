package io.parley.e2e.access;

import static org.awaitility.Awaitility.await;

import io.parley.bench.target.MockTarget;
import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Api;
import io.parley.e2e.api.RunView;
import io.parley.e2e.runs.Run;
import io.parley.e2e.runs.Workspace;
import io.parley.e2e.target.StubTarget;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One of everything that a workspace can have.
 *
 * @param examples what stands for a parameter of a path, as {@code runs/{id}}, or of a sample, as {@code {run}}
 */
record Belongings(Map<String, String> examples) {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int ID_LENGTH = 36;
    private static final String LEARNER = "user-1";
    private static final String ASSISTANT = "bot@main";
    private static final String SUITE = """
            parley: 1
            name: Of one workspace
            cases:
              - {name: fails, turns: [{user: hello, expect: [{contains: goodbye}]}]}
              - {name: is for people, turns: [{user: hello, expect: [{human: Is it polite?}]}]}
            """;

    /** Makes them. */
    static Belongings of(Workspace workspace) throws IOException {
        Map<String, String> examples = new HashMap<>(ofWorkspace(workspace.id(), workspace.api()));
        examples.putAll(ofSkills(workspace.api()));
        examples.put("oidc/{workspace}", workspace.id().toString());
        examples.put("telemetry/sessions/{sessionId}", session(workspace.api()));
        setProvider(workspace);
        try (MockTarget mock = MockTarget.start(Duration.ZERO)) {
            UUID target = workspace.target(mock.url(), 1);
            UUID suite = workspace.suite(SUITE);
            Run run = workspace.run(suite, target);
            run.awaitEnd(SOON);
            examples.put("{rescored}", rescored(run).id().toString());
            examples.putAll(ofSuite(suite.toString()));
            examples.putAll(ofTarget(target.toString(), workspace.api()));
            examples.putAll(ofRun(run, suite));
        }
        return new Belongings(Map.copyOf(examples));
    }

    private static Map<String, String> ofWorkspace(UUID workspace, Api api) {
        String invitations = "/api/v1/workspaces/" + workspace + "/invitations";
        return Map.of(
                "workspaces/{workspace}",
                workspace.toString(),
                "members/{user}",
                first(api, "/api/v1/auth/me", "/id"),
                "auth/sessions/{id}",
                first(api, "/api/v1/auth/sessions", "/0/id"),
                "invitations/{id}",
                add(api, invitations, Map.of("email", UUID.randomUUID() + "@example.org", "role", "viewer")),
                "api-keys/{id}",
                add(api, "/api/v1/api-keys", Map.of("name", "a key", "scopes", List.of("runs:read"))),
                "models/{id}",
                add(
                        api,
                        "/api/v1/models",
                        Map.of("name", "judge", "baseUrl", "http://models.example/v1", "model", "m")),
                "dead-letters/{queue}",
                "no-such-queue");
    }

    private static Map<String, String> ofSkills(Api api) {
        put(api, "/api/v1/skills/weather", Map.of("title", "Weather"));
        api.post(
                        "/api/v1/observations",
                        Map.of(
                                "observations",
                                List.of(observation("LEARNER", LEARNER), observation("ASSISTANT", ASSISTANT))))
                .expect(200);
        Map<String, Object> rule = Map.of("type", "item.attempted", "skill", "weather", "correct", true);
        return Map.of(
                "skills/{path}",
                "weather",
                "skill-rules/{id}",
                add(api, "/api/v1/skill-rules", rule),
                "learners/{subject}",
                LEARNER,
                "subjects/{subject}",
                LEARNER,
                "assistants/{version}",
                ASSISTANT,
                "{assistant}",
                ASSISTANT,
                "passkeys/{id}",
                UUID.randomUUID().toString());
    }

    private static String session(Api api) {
        String session = UUID.randomUUID().toString();
        Map<String, Object> event = Map.of(
                "eventId",
                UUID.randomUUID().toString(),
                "sessionId",
                session,
                "subjectId",
                LEARNER,
                "type",
                "user.message",
                "occurredAt",
                Instant.now().toString(),
                "payload",
                Map.of());
        api.post("/api/v1/telemetry/events", event).expect(202);
        return first(api, "/api/v1/telemetry/sessions/" + session, "/sessionId");
    }

    private static Map<String, Object> observation(String kind, String subject) {
        return Map.of(
                "reference",
                "exam-" + subject,
                "subjectKind",
                kind,
                "subject",
                subject,
                "skill",
                "weather",
                "correct",
                true,
                "at",
                Instant.now().toString());
    }

    /** One that answers for as long as it is set. */
    private static void setProvider(Workspace workspace) throws IOException {
        try (StubTarget provider = StubTarget.start()) {
            String document = "/.well-known/openid-configuration";
            AtomicReference<String> issuer = new AtomicReference<>("");
            String url = provider.on(
                            document,
                            exchange -> StubTarget.answer(exchange, "application/json", discovery(issuer.get())))
                    .toString();
            issuer.set(url.substring(0, url.length() - document.length()));
            put(
                    workspace.api(),
                    "/api/v1/workspaces/" + workspace.id() + "/identity-provider",
                    Map.of(
                            "issuer",
                            issuer.get(),
                            "clientId",
                            "parley",
                            "clientSecret",
                            "a client's secret",
                            "roles",
                            Map.of("everybody", "viewer")));
        }
    }

    private static String discovery(String issuer) {
        return Answer.write(Map.of(
                "issuer",
                issuer,
                "authorization_endpoint",
                issuer + "/authorize",
                "token_endpoint",
                issuer + "/token",
                "jwks_uri",
                issuer + "/keys"));
    }

    private static Run rescored(Run run) {
        UUID id = run.api()
                .post(run.path() + "/rescore", Map.of())
                .expect(201)
                .as(RunView.class)
                .id();
        Run rescored = new Run(run.api(), id, run.trace());
        rescored.awaitEnd(SOON);
        return rescored;
    }

    private static Map<String, String> ofSuite(String suite) {
        return Map.of("suites/{id}", suite, "{suite}", suite, "revisions/{number}", "1", "baselines/{branch}", "main");
    }

    private static Map<String, String> ofTarget(String target, Api api) {
        String name = first(api, "/api/v1/targets/" + target, "/name").replace(" ", "%20");
        return Map.of("targets/{id}", target, "{target}", target, "targets/{name}", name);
    }

    private static Map<String, String> ofRun(Run run, UUID suite) {
        String id = run.id().toString();
        String baseline = "/api/v1/suites/" + suite + "/baselines/main";
        put(run.api(), baseline, Map.of("runId", id));
        String execution = run.executions().getFirst().id().toString();
        return Map.of(
                "runs/{id}",
                id,
                "{run}",
                id,
                "executions/{executionId}",
                execution,
                "reviews/{id}",
                first(run.api(), "/api/v1/reviews?run=" + id, "/items/0/id"),
                "failure-groups/{id}",
                first(run.api(), "/api/v1/failure-groups?run=" + id, "/0/id"));
    }

    /** A path or a sample with the examples in place of its parameters. */
    String in(String text) {
        String filled = text;
        for (Map.Entry<String, String> example : examples.entrySet()) {
            String parameter = example.getKey();
            String kept = parameter.substring(0, parameter.indexOf('{'));
            filled = filled.replace(parameter, kept + example.getValue());
        }
        return filled;
    }

    /** Whether an id of anything is in a text. */
    boolean areToldIn(String text) {
        return examples.values().stream()
                .filter(example -> example.length() == ID_LENGTH)
                .anyMatch(text::contains);
    }

    private static String add(Api api, String path, Object body) {
        return api.post(path, body).expect(201).json().path("id").asText();
    }

    private static void put(Api api, String path, Object body) {
        api.send("PUT", path, "application/json", Answer.write(body)).expect(200);
    }

    /** Some are there a while after what caused them. */
    private static String first(Api api, String path, String pointer) {
        return await(path)
                .atMost(SOON)
                .until(() -> api.get(path).json().at(pointer), found -> !found.isMissingNode())
                .asText();
    }
}
