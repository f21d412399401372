package io.parley.run.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionValidated;
import io.parley.platform.messaging.Poison;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Results as columns. Of those that arrived for one attempt of an execution it has the first; the rest are deliveries of
 * the same.
 *
 * @param ids of their executions
 * @param values for the statement that stores them
 */
@SuppressWarnings("ArrayRecordComponent") // what the client takes; batches are never compared
record ResultBatch(UUID[] ids, Tuple values) {

    static ResultBatch ofTranscripts(List<ExecutionCompleted> arrived, ObjectMapper json) {
        Collection<ExecutionCompleted> events =
                Attempt.firstOfEach(arrived, event -> new Attempt(event.executionId(), event.attempt()));
        UUID[] ids = ids(events, ExecutionCompleted::executionId);
        return new ResultBatch(
                ids,
                Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfInteger(
                                events.stream().map(ExecutionCompleted::attempt).toArray(Integer[]::new))
                        .addArrayOfString(texts(events, event -> text(event.transcript(), json)))
                        .addArrayOfLong(events.stream()
                                .map(event -> micros(event.transcript().duration()))
                                .toArray(Long[]::new))
                        .addArrayOfString(
                                texts(events, event -> text(event.transcript().failure(), json)))
                        .addArrayOfString(
                                texts(events, event -> Contact.of(event).name()))
                        .addArrayOfLong(events.stream()
                                .map(event -> Spending.of(event).tokens())
                                .toArray(Long[]::new))
                        .addArrayOfBigDecimal(events.stream()
                                .map(event -> Spending.of(event).cost())
                                .toArray(BigDecimal[]::new)));
    }

    static ResultBatch ofVerdicts(List<ExecutionValidated> arrived, ObjectMapper json) {
        Collection<ExecutionValidated> events =
                Attempt.firstOfEach(arrived, event -> new Attempt(event.executionId(), event.attempt()));
        UUID[] ids = ids(events, ExecutionValidated::executionId);
        return new ResultBatch(
                ids,
                Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfInteger(
                                events.stream().map(ExecutionValidated::attempt).toArray(Integer[]::new))
                        .addArrayOfString(texts(events, event -> event.verdict().name()))
                        .addArrayOfDouble(
                                events.stream().map(ExecutionValidated::score).toArray(Double[]::new))
                        .addArrayOfString(texts(events, event -> text(event.results(), json))));
    }

    private static <E> UUID[] ids(Collection<E> events, Function<E, ExecutionId> id) {
        return events.stream().map(event -> id.apply(event).value()).toArray(UUID[]::new);
    }

    private static <E> @Nullable String[] texts(Collection<E> events, Function<E, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static @Nullable String text(@Nullable Object value, ObjectMapper json) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new Poison("a result that is no JSON: " + unwritable.getOriginalMessage());
        }
    }
}
