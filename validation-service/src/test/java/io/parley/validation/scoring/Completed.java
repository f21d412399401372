package io.parley.validation.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Checks;
import io.parley.contracts.Evidence;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.Failure;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes executions: turns that were held, turns that were not, and what was expected of them. */
final class Completed {

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<List<Map<String, Object>>> turns = new ArrayList<>();
    private List<Map<String, Object>> conversation = List.of();
    private WorkspaceId workspace = new WorkspaceId(Ids.next());
    private RunId run = new RunId(Ids.next());
    private @Nullable Failure failure;
    private @Nullable Double threshold;
    private @Nullable Integer repeat;
    private @Nullable Map<String, SuiteModel> models;
    private @Nullable Evidence evidence;

    Completed of(WorkspaceId owner) {
        workspace = owner;
        return this;
    }

    Completed in(RunId one) {
        run = one;
        return this;
    }

    /** A turn with its answer. */
    Completed turn(String answer, String... expected) {
        exchanges.add(new Exchange("say something", answer, 200, Duration.ofMillis(120), 1));
        turns.add(assertions(expected));
        return this;
    }

    /** A turn that was never held. */
    Completed notHeld(String... expected) {
        turns.add(assertions(expected));
        return this;
    }

    Completed conversation(String... expected) {
        conversation = assertions(expected);
        return this;
    }

    Completed brokenOff(String code, String reason) {
        failure = new Failure(code, reason);
        return this;
    }

    Completed threshold(double value) {
        threshold = value;
        return this;
    }

    /** Which time the case is held. */
    Completed repeat(int number) {
        repeat = number;
        return this;
    }

    /** What its suite calls its own models. */
    Completed models(Map<String, SuiteModel> described) {
        models = described;
        return this;
    }

    Completed evidence(Evidence of) {
        evidence = of;
        return this;
    }

    ExecutionCompleted event() {
        Transcript transcript = new Transcript(Instant.EPOCH, Duration.ofSeconds(1), exchanges, failure);
        return new ExecutionCompleted(
                new ExecutionId(Ids.next()),
                3,
                run,
                workspace,
                new TargetId(Ids.next()),
                "case",
                transcript,
                new Checks(turns, conversation, threshold, models),
                false,
                repeat,
                evidence);
    }

    private static List<Map<String, Object>> assertions(String... expected) {
        List<Map<String, Object>> assertions = new ArrayList<>();
        for (String assertion : expected) {
            assertions.add(map(assertion));
        }
        return assertions;
    }

    private static Map<String, Object> map(String json) {
        try {
            return new ObjectMapper().readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
