package io.parley.e2e.runs;

import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Api;
import io.parley.e2e.api.Execution;
import io.parley.e2e.api.ExecutionRow;
import io.parley.e2e.api.Executions;
import io.parley.e2e.api.RunView;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A run that was started.
 *
 * @param trace id of the trace that the request to start it was part of
 */
public record Run(Api api, UUID id, String trace) {

    private static final Duration TO_GET_GOING = Duration.ofSeconds(60);

    public RunView view() {
        return api.get(path()).expect(200).as(RunView.class);
    }

    /** Cancels it; gives how it stands then. */
    public RunView cancel() {
        return api.post(path() + "/cancel", "").expect(200).as(RunView.class);
    }

    /** Waits until so many executions have ended, while others have not. */
    public void awaitFinished(int executions) {
        RunView reached = await().atMost(TO_GET_GOING)
                .until(this::view, run -> run.ended() || run.counts().finished() >= executions);
        if (reached.ended()) {
            throw new AssertionError("the run was too fast to be caught under way: " + reached);
        }
    }

    /** Waits for its end, also over times in which nothing answers. */
    public RunView awaitEnd(Duration atMost) {
        return await().atMost(atMost)
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> api.get(path()),
                        answer -> answer.status() == 200
                                && answer.as(RunView.class).ended())
                .as(RunView.class);
    }

    /** All its executions, page by page. */
    public List<ExecutionRow> executions() {
        List<ExecutionRow> rows = new ArrayList<>();
        String after = "";
        while (after != null) {
            Executions page = api.get(path() + "/executions?limit=200" + after)
                    .expect(200)
                    .as(Executions.class);
            rows.addAll(page.items());
            after = page.next() == null ? null : "&after=" + page.next();
        }
        return rows;
    }

    /** One of its executions with all that is known of it. */
    public Execution execution(UUID execution) {
        return api.get(path() + "/executions/" + execution).expect(200).as(Execution.class);
    }

    public String path() {
        return "/api/v1/runs/" + id;
    }
}
