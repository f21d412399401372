package io.parley.run.testing;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Verdict;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Plays runs to their end, with the verdicts that a test wants. */
public final class Play implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SLOTS = 100;

    private final Api api;
    private final Worker worker = new Worker();

    public Play(Api api) {
        this.api = api;
    }

    public Worker worker() {
        return worker;
    }

    /** Imports a suite and gives its id. */
    public String suite(String yaml) {
        return api.importSuite(yaml).extract().path("id");
    }

    /** Runs the latest revision of the suite to its end and gives the run's id. */
    public String run(String suite, Function<ExecutionRequested, Verdict> judge) {
        return run(Map.of("suiteId", suite), judge);
    }

    /** As {@link #run(String, Function)}, with what else the request is to say. */
    public String run(Map<String, Object> request, Function<ExecutionRequested, Verdict> judge) {
        Map<String, Object> whole = new HashMap<>(request);
        whole.put("targetId", api.target(SLOTS));
        String run = api.post("/runs", whole).statusCode(201).extract().path("id");
        finish(run, judge);
        return run;
    }

    /** Answers everything that a run under way asks for, and waits for its end. */
    public void finish(String run, Function<ExecutionRequested, Verdict> judge) {
        JsonPath shown = api.show(run);
        int open = shown.getInt("counts.total")
                - shown.getInt("counts.passed")
                - shown.getInt("counts.failed")
                - shown.getInt("counts.errored")
                - shown.getInt("counts.unsure");
        List<ExecutionRequested> requests = worker.take(run, open);
        for (ExecutionRequested request : requests) {
            worker.complete(request);
            worker.validate(request, judge.apply(request));
        }
        awaitEnd(run);
    }

    public void awaitEnd(String run) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !api.show(run).getString("status").equals("RUNNING"));
    }

    @Override
    public void close() {
        worker.close();
    }
}
