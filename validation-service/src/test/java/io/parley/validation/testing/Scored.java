package io.parley.validation.testing;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An execution as it was completed, and what it was scored. */
public record Scored(ExecutionCompleted completed, ExecutionValidated validated) {

    /** One execution of a run of its own. */
    public static Scored of(WorkspaceId workspace, String caseName, Verdict verdict, AssertionResult... results) {
        return of(workspace, new RunId(Ids.next()), caseName, verdict, results);
    }

    public static Scored of(
            WorkspaceId workspace, RunId run, String caseName, Verdict verdict, AssertionResult... results) {
        ExecutionId execution = new ExecutionId(Ids.next());
        Exchange exchange = new Exchange("Is it warm?", "Ask \u0000 again 😀", 200, Duration.ofMillis(80), 1);
        return new Scored(
                new ExecutionCompleted(
                        execution,
                        1,
                        run,
                        workspace,
                        new TargetId(Ids.next()),
                        caseName,
                        new Transcript(Instant.EPOCH, Duration.ofMillis(81), List.of(exchange), null),
                        new Checks(List.of(List.of()), List.of(), null)),
                new ExecutionValidated(execution, 1, run, workspace, verdict, 0, List.of(results)));
    }

    /** So many executions of one run that nobody could tell the verdict of. */
    public static List<Scored> unsure(WorkspaceId workspace, int count) {
        RunId run = new RunId(Ids.next());
        return IntStream.range(0, count)
                .mapToObj(n -> of(workspace, run, "case " + n, Verdict.UNSURE, result("expect", Verdict.UNSURE)))
                .toList();
    }

    public static AssertionResult result(String type, Verdict verdict) {
        return new AssertionResult(type, 0, verdict, verdict == Verdict.PASS ? 1 : 0, 1, "because", Map.of());
    }

    /** What a judge of this model said. */
    public static AssertionResult judged(String model, Verdict verdict) {
        Map<String, Object> judge = Map.of(
                "model", model, "prompt", "rubric-1", "verdict", verdict, "confidence", 0.5, "reason", "it sounds so");
        return new AssertionResult("rubric", null, verdict, 0.5, 1, "because", Map.of("judges", List.of(judge)));
    }
}
