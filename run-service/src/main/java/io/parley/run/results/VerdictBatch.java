package io.parley.run.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.ExecutionValidated;
import io.parley.platform.messaging.Poison;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Verdicts as columns.
 *
 * @param ids of their executions
 * @param values for the statement that stores them
 */
@SuppressWarnings("ArrayRecordComponent") // what the client takes; batches are never compared
record VerdictBatch(UUID[] ids, Tuple values) {

    /** Takes the first of those that arrived for an attempt of an execution; the rest are deliveries of the same. */
    static VerdictBatch of(List<ExecutionValidated> arrived, ObjectMapper json) {
        Collection<ExecutionValidated> events =
                Attempt.firstOfEach(arrived, event -> new Attempt(event.executionId(), event.attempt()));
        UUID[] ids = events.stream().map(event -> event.executionId().value()).toArray(UUID[]::new);
        return new VerdictBatch(
                ids,
                Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfInteger(
                                events.stream().map(ExecutionValidated::attempt).toArray(Integer[]::new))
                        .addArrayOfString(events.stream()
                                .map(event -> event.verdict().name())
                                .toArray(String[]::new))
                        .addArrayOfDouble(
                                events.stream().map(ExecutionValidated::score).toArray(Double[]::new))
                        .addArrayOfString(events.stream()
                                .map(event -> text(event.results(), json))
                                .toArray(String[]::new)));
    }

    private static String text(List<AssertionResult> results, ObjectMapper json) {
        try {
            return json.writeValueAsString(results);
        } catch (JsonProcessingException unwritable) {
            throw new Poison("results that are no JSON: " + unwritable.getOriginalMessage());
        }
    }
}
