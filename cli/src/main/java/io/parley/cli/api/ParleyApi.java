package io.parley.cli.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import io.parley.contracts.Verdict;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public API of one platform. Every call blocks until it is answered, at most a minute, and fails with an
 * {@link ApiException} whose message is for people.
 */
public final class ParleyApi implements AutoCloseable {

    /** After this long without news of a run it is asked for. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int CONFLICT = 409;
    private static final String DEAD_LETTERS = "/api/v1/admin/dead-letters";

    private final JsonHttp http;
    private final Authorization sender;

    private ParleyApi(JsonHttp http, Authorization sender) {
        this.http = http.with(sender);
        this.sender = sender;
    }

    /**
     * Logs in, for as long as it takes.
     *
     * @param address scheme, host and port of the platform
     */
    public static ParleyApi login(URI address, String email, String password) {
        JsonHttp http = JsonHttp.to(address);
        return new ParleyApi(http, Session.begin(http, email, password));
    }

    /**
     * Logs in somebody who may have a second factor.
     *
     * @param code of the second factor; taken only if the login asks for one
     */
    public static ParleyApi login(URI address, String email, String password, Supplier<String> code) {
        JsonHttp http = JsonHttp.to(address);
        return new ParleyApi(http, Session.begin(http, email, password, code));
    }

    /**
     * Logs in somebody who has given the code.
     *
     * @param code of the second factor
     */
    public static ParleyApi login(URI address, String email, String password, String code) {
        JsonHttp http = JsonHttp.to(address);
        return new ParleyApi(http, Session.begin(http, email, password, code));
    }

    /** The API for the holder of an API key, whose rights are those of the key. */
    public static ParleyApi withKey(URI address, String key) {
        return new ParleyApi(JsonHttp.to(address), new ApiKey(key));
    }

    public UUID register(NewTarget target) {
        return http.post("/api/v1/targets", target, new TypeReference<Created>() {})
                .id();
    }

    /** Says one thing to a target, which is a run of one execution. */
    public RunView tryTarget(String name, String message) {
        return http.post(
                "/api/v1/targets/" + encoded(name) + "/try", Map.of("message", message), new TypeReference<>() {});
    }

    /** What came of a try, once its run is over. */
    public TriedExecution tried(UUID run) {
        String executions = "/api/v1/runs/" + run + "/executions";
        Page<ExecutionRow> rows = http.get(executions + "?limit=1", new TypeReference<>() {});
        return http.get(executions + "/" + rows.items().getFirst().id(), new TypeReference<>() {});
    }

    public SuiteView importSuite(String yaml) {
        return http.postYaml("/api/v1/suites", yaml, new TypeReference<>() {});
    }

    /**
     * Imports files of another tool.
     *
     * @param format null where what is in the files tells
     * @param files texts by paths
     */
    public List<SuiteView> importFiles(@Nullable String format, Map<String, String> files) {
        return http.post("/api/v1/imports", new ForeignFiles(format, files), new TypeReference<>() {});
    }

    public RunView startRun(UUID suiteId, UUID targetId) {
        return http.post("/api/v1/runs", Map.of("suiteId", suiteId, "targetId", targetId), new TypeReference<>() {});
    }

    /** Starts a run of a suite as it was imported, whatever was imported since. */
    public RunView startRun(SuiteView suite, RunSettings settings) {
        return http.post("/api/v1/runs", new NewRun(suite.id(), suite.revision(), settings), new TypeReference<>() {});
    }

    /** Ends a run; one that has ended already stays as it is. */
    public void cancel(UUID id) {
        try {
            http.post("/api/v1/runs/" + id + "/cancel", null, new TypeReference<RunView>() {});
        } catch (ApiException refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }

    /** What the suite of a completed run asks of it and whether the run keeps to it; empty if it asks for nothing. */
    public Optional<GateResult> gate(UUID run) {
        return Optional.ofNullable(http.get("/api/v1/runs/" + run + "/summary", new TypeReference<Summary>() {})
                .gate());
    }

    /**
     * Writes the results of runs to a file.
     *
     * @param format {@code junit}, {@code json}, {@code csv} or {@code markdown}
     */
    public void export(List<UUID> runs, String format, Path file) {
        String ids = runs.stream().map(run -> "&run=" + run).collect(Collectors.joining());
        http.download("/api/v1/exports?format=" + format + ids, file);
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
        try (ProgressSocket socket = ProgressSocket.open(http.client(), feed, sender)) {
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

    /**
     * The first executions of a run that have this verdict, with what was said and what the assertions found, in the order
     * of the suite.
     *
     * @param most at most 200
     */
    public List<ExecutionView> executions(UUID run, Verdict verdict, int most) {
        String executions = "/api/v1/runs/" + run + "/executions";
        return http
                .get(executions + "?verdict=" + verdict + "&limit=" + most, new TypeReference<Page<ExecutionRow>>() {})
                .items()
                .stream()
                .map(row -> http.get(executions + "/" + row.id(), new TypeReference<ExecutionView>() {}))
                .toList();
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

    /** The latest mails of a platform without a mail server, the newest first, at most 50; for its operator only. */
    public List<MailView> mails() {
        return http.get("/api/v1/auth/mails", new TypeReference<Page<MailView>>() {})
                .items();
    }

    /** Lets the next key sign access tokens; for the platform's operator only. */
    public void rotateKeys() {
        http.post("/api/v1/auth/keys/rotate");
    }

    @Override
    public void close() {
        http.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Replay(int replayed) {}

    private record ForeignFiles(@Nullable String format, Map<String, String> files) {}

    private record NewRun(
            UUID suiteId, int revision, @JsonUnwrapped RunSettings settings) {}

    private record Summary(@Nullable GateResult gate) {}

    private record Created(UUID id) {}

    private record ExecutionRow(UUID id) {}
}
