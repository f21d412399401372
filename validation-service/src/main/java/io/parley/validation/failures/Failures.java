package io.parley.validation.failures;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where executions go that failed or errored, until they do better. */
@ApplicationScoped
public class Failures {

    private static final String KEEP = """
            insert into failures (workspace_id, run_id, execution_id, attempt, case_name, verdict, type, reason, answer)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            on conflict (execution_id, attempt) do nothing
            """;

    private static final String RECOVER = """
            insert into recoveries (execution_id, attempt, workspace_id, run_id)
            select execution_id, max(attempt), workspace_id, run_id
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[]) as r(execution_id, attempt, workspace_id, run_id)
            group by execution_id, workspace_id, run_id
            order by execution_id
            on conflict (execution_id) do update set attempt = greatest(recoveries.attempt, excluded.attempt)
            """;

    private final Pool database;

    Failures(Pool database) {
        this.database = database;
    }

    /**
     * Keeps every execution whose verdict is FAIL or ERROR, and of the others that their attempts before were not the last.
     * Once completed, that is committed; those that are kept already are left as they are.
     *
     * @param validated what the executions were scored, in their order
     */
    public Uni<Void> keep(List<ExecutionCompleted> completed, List<ExecutionValidated> validated) {
        return keepFailed(completed, validated).chain(() -> recover(validated));
    }

    private Uni<Void> keepFailed(List<ExecutionCompleted> completed, List<ExecutionValidated> validated) {
        List<Kept> kept = IntStream.range(0, completed.size())
                .filter(index -> Failure.is(validated.get(index)))
                .mapToObj(
                        index -> new Kept(validated.get(index), Failure.of(completed.get(index), validated.get(index))))
                .toList();
        return kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(KEEP).execute(values(kept)).replaceWithVoid();
    }

    private Uni<Void> recover(List<ExecutionValidated> validated) {
        List<ExecutionValidated> recovered = validated.stream()
                .filter(execution -> execution.attempt() > 1 && !Failure.is(execution))
                .toList();
        return recovered.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(RECOVER).execute(recoveries(recovered)).replaceWithVoid();
    }

    private static Tuple recoveries(List<ExecutionValidated> recovered) {
        return Tuple.tuple()
                .addArrayOfUUID(
                        ids(recovered, execution -> execution.executionId().value()))
                .addArrayOfInteger(
                        recovered.stream().map(ExecutionValidated::attempt).toArray(Integer[]::new))
                .addArrayOfUUID(
                        ids(recovered, execution -> execution.workspaceId().value()))
                .addArrayOfUUID(ids(recovered, execution -> execution.runId().value()));
    }

    private record Kept(ExecutionValidated execution, Failure failure) {}

    private static Tuple values(List<Kept> kept) {
        return Tuple.tuple()
                .addArrayOfUUID(ids(kept, each -> each.execution().workspaceId().value()))
                .addArrayOfUUID(ids(kept, each -> each.execution().runId().value()))
                .addArrayOfUUID(ids(kept, each -> each.failure().execution()))
                .addArrayOfInteger(
                        kept.stream().map(each -> each.failure().attempt()).toArray(Integer[]::new))
                .addArrayOfString(texts(kept, Failure::caseName))
                .addArrayOfString(texts(kept, failure -> failure.verdict().name()))
                .addArrayOfString(texts(kept, Failure::type))
                .addArrayOfString(texts(kept, Failure::reason))
                .addArrayOfString(texts(kept, Failure::answer));
    }

    private static <T> UUID[] ids(List<T> of, Function<T, UUID> id) {
        return of.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Kept> kept, Function<Failure, @Nullable String> text) {
        return kept.stream().map(each -> text.apply(each.failure())).toArray(String[]::new);
    }
}
