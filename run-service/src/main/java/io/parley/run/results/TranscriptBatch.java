package io.parley.run.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.platform.messaging.Poison;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Transcripts as columns.
 *
 * @param ids of their executions
 * @param values for the statement that stores them
 */
@SuppressWarnings("ArrayRecordComponent") // what the client takes; batches are never compared
record TranscriptBatch(UUID[] ids, Tuple values) {

    /** Takes the first of those that arrived for an attempt of an execution; the rest are deliveries of the same. */
    static TranscriptBatch of(List<ExecutionCompleted> arrived, ObjectMapper json) {
        Collection<ExecutionCompleted> events =
                Attempt.firstOfEach(arrived, event -> new Attempt(event.executionId(), event.attempt()));
        UUID[] ids = events.stream().map(event -> event.executionId().value()).toArray(UUID[]::new);
        return new TranscriptBatch(
                ids,
                Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfInteger(
                                events.stream().map(ExecutionCompleted::attempt).toArray(Integer[]::new))
                        .addArrayOfString(events.stream()
                                .map(event -> text(event.transcript(), json))
                                .toArray(String[]::new))
                        .addArrayOfLong(events.stream()
                                .map(event -> micros(event.transcript().duration()))
                                .toArray(Long[]::new))
                        .addArrayOfString(events.stream()
                                .map(event -> event.transcript().failure())
                                .map(failure -> failure == null ? null : text(failure, json))
                                .toArray(String[]::new)));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static String text(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new Poison("a transcript that is no JSON: " + unwritable.getOriginalMessage());
        }
    }
}
