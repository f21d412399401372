package io.parley.cli.api;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The public API of one platform. Every call blocks until it is answered, at most a minute, and fails with an
 * {@link ApiException} whose message is for people.
 */
public final class ParleyApi implements AutoCloseable {

    /** After this long without news of a run it is asked for. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final String DEAD_LETTERS = "/api/v1/admin/dead-letters";

    private final JsonHttp http;
    private final String token;

    private ParleyApi(JsonHttp http, String token) {
        this.http = http.withToken(token);
        this.token = token;
    }

    /**
     * Logs in; the access ends after ten minutes.
     *
     * @param address scheme, host and port of the platform
     */
    public static ParleyApi login(URI address, String email, String password) {
        JsonHttp http = JsonHttp.to(address);
        Session session = http.post(
                "/api/v1/auth/login", Map.of("email", email, "password", password), new TypeReference<Session>() {});
        return new ParleyApi(http, session.accessToken());
    }

    public UUID register(NewTarget target) {
        return http.post("/api/v1/targets", target, new TypeReference<Created>() {})
                .id();
    }

    public SuiteView importSuite(String yaml) {
        return http.postYaml("/api/v1/suites", yaml, new TypeReference<>() {});
    }

    public RunView startRun(UUID suiteId, UUID targetId) {
        return http.post("/api/v1/runs", Map.of("suiteId", suiteId, "targetId", targetId), new TypeReference<>() {});
    }

    public RunView run(UUID id) {
        return http.get("/api/v1/runs/" + id, new TypeReference<>() {});
    }

    /**
     * Waits for a run to end, however long it takes.
     *
     * @param news is told how the run stands, at first and then at every change that comes to be known
     * @return the run as it ended
     */
    public RunView follow(UUID id, Consumer<RunView> news) {
        URI feed =
                URI.create(http.address().toString().replaceFirst("^http", "ws") + "/api/v1/runs/" + id + "/progress");
        try (ProgressSocket socket = ProgressSocket.open(http.client(), feed, token)) {
            RunView run = run(id);
            while (!run.status().ended()) {
                news.accept(run);
                String message = socket.next(PATIENCE);
                run = message == null ? run(id) : http.read(message, new TypeReference<RunView>() {});
            }
            news.accept(run);
            return run;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiException.unreachable("Stopped while run " + id + " was under way.", stopped);
        }
    }

    /** Every failed execution of a run with what was said and what the assertions found, in the order of the suite. */
    public List<ExecutionView> failures(UUID run) {
        String executions = "/api/v1/runs/" + run + "/executions";
        List<ExecutionView> failures = new ArrayList<>();
        String after = "";
        while (after != null) {
            Page<ExecutionRow> page =
                    http.get(executions + "?verdict=FAIL&limit=200" + after, new TypeReference<>() {});
            for (ExecutionRow row : page.items()) {
                failures.add(http.get(executions + "/" + row.id(), new TypeReference<>() {}));
            }
            after = page.next() == null ? null : "&after=" + encoded(page.next());
        }
        return failures;
    }

    /**
     * Starts a run that judges the conversations of an earlier one, which is over, without asking the target.
     *
     * @param revision of the suite; null for the latest
     */
    public RunView rescore(UUID earlier, @Nullable Integer revision) {
        return http.post(
                "/api/v1/runs/" + earlier + "/rescore",
                revision == null ? Map.of() : Map.of("revision", revision),
                new TypeReference<>() {});
    }

    /** Starts a run of what failed or could not be judged in an earlier one, which is over. */
    public RunView retry(UUID earlier) {
        return http.post("/api/v1/runs/" + earlier + "/retry", null, new TypeReference<>() {});
    }

    /**
     * Sends nothing of a run any more until it is resumed.
     *
     * @param reason for whoever finds it paused; null for none
     */
    public RunView pause(UUID run, @Nullable String reason) {
        return http.post(
                "/api/v1/runs/" + run + "/pause",
                reason == null ? Map.of() : Map.of("reason", reason),
                new TypeReference<>() {});
    }

    /** Goes on with a run that is paused. */
    public RunView resume(UUID run) {
        return http.post("/api/v1/runs/" + run + "/resume", null, new TypeReference<>() {});
    }

    /** A run beside an earlier one of its suite; both are over. */
    public Comparison compare(UUID later, UUID earlier) {
        return http.get("/api/v1/runs/" + later + "/comparison?with=" + earlier, new TypeReference<>() {});
    }

    /** The first cases that changed this way, in the order of the suite; at most 200. */
    public List<ComparedCase> changedCases(UUID later, UUID earlier, Change change, int most) {
        return http.get(
                        "/api/v1/runs/" + later + "/comparison/cases?with=" + earlier + "&change=" + change + "&limit="
                                + most,
                        new TypeReference<Page<ComparedCase>>() {})
                .items();
    }

    /** How many messages each dead-letter queue of the platform holds; for its operator only. */
    public List<DeadLetterQueue> deadLetterQueues() {
        return http.get(DEAD_LETTERS, new TypeReference<Page<DeadLetterQueue>>() {})
                .items();
    }

    /** The oldest dead letters of a queue, at most 100; for the platform's operator only. */
    public List<DeadLetter> deadLetters(String queue) {
        return http.get(DEAD_LETTERS + "/" + encoded(queue), new TypeReference<Page<DeadLetter>>() {})
                .items();
    }

    /** Sends the dead letters of a queue to it again and says how many; for the platform's operator only. */
    public int replay(String queue) {
        return http.post(DEAD_LETTERS + "/" + encoded(queue) + "/replay", null, new TypeReference<Replay>() {})
                .replayed();
    }

    @Override
    public void close() {
        http.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Replay(int replayed) {}

    private record Session(String accessToken) {}

    private record Created(UUID id) {}

    private record ExecutionRow(UUID id) {}
}
