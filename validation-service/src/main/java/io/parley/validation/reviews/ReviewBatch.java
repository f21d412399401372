package io.parley.validation.reviews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Verdict;
import io.parley.platform.messaging.Poison;
import io.parley.validation.agreement.Judged;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The executions of a batch that people have to decide, as columns. */
final class ReviewBatch {

    /** The type of an assertion that only a person can check. */
    private static final String HUMAN = "human";

    private final List<Scored> scored;
    private final ObjectMapper json;

    private ReviewBatch(List<Scored> scored, ObjectMapper json) {
        this.scored = scored;
        this.json = json;
    }

    private record Scored(ExecutionCompleted completed, ExecutionValidated validated) {

        boolean needsPeople() {
            return validated.verdict() == Verdict.UNSURE
                    || validated.results().stream()
                            .anyMatch(result -> result.type().equals(HUMAN));
        }
    }

    /** Of executions and, in the same order, what they were scored. */
    static ReviewBatch of(List<ExecutionCompleted> completed, List<ExecutionValidated> validated, ObjectMapper json) {
        return new ReviewBatch(
                IntStream.range(0, completed.size())
                        .mapToObj(index -> new Scored(completed.get(index), validated.get(index)))
                        .filter(Scored::needsPeople)
                        .toList(),
                json);
    }

    boolean isEmpty() {
        return scored.isEmpty();
    }

    /** Values for the statement that opens the reviews. */
    Tuple values() {
        return Tuple.tuple()
                .addArrayOfUUID(ids(each -> each.completed().workspaceId().value()))
                .addArrayOfUUID(ids(each -> each.completed().runId().value()))
                .addArrayOfUUID(ids(each -> each.completed().executionId().value()))
                .addArrayOfInteger(
                        scored.stream().map(each -> each.completed().attempt()).toArray(Integer[]::new))
                .addArrayOfString(texts(each -> each.completed().caseName()))
                .addArrayOfString(texts(each -> each.validated().verdict().name()))
                .addArrayOfString(texts(each -> text(each.completed().transcript())))
                .addArrayOfString(texts(each -> text(each.validated().results())))
                .addArrayOfString(
                        texts(each -> text(Judged.labelledBy(each.validated().results()))));
    }

    private UUID[] ids(Function<Scored, UUID> id) {
        return scored.stream().map(id).toArray(UUID[]::new);
    }

    private @Nullable String[] texts(Function<Scored, @Nullable String> text) {
        return scored.stream().map(text).toArray(String[]::new);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new Poison("an execution that is no JSON: " + unwritable.getOriginalMessage());
        }
    }
}
