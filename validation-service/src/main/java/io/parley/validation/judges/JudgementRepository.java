package io.parley.validation.judges;

import io.parley.platform.database.Rows;
import io.parley.validation.chat.Usage;
import io.parley.validation.models.Model;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kept in the database. */
@ApplicationScoped
class JudgementRepository implements Judgements {

    /** Longer than any model's answers are reused. */
    private static final Duration KEPT = Duration.ofDays(31);

    private static final String RECALL = """
            select verdict, confidence, reason,
                   case when execution_id = $3 and attempt = $4 then input_tokens else 0 end as input_tokens,
                   case when execution_id = $3 and attempt = $4 then output_tokens else 0 end as output_tokens,
                   case when execution_id = $3 and attempt = $4 then cost else 0 end as cost
            from judgements
            where workspace_id = $1 and question = $2
              and (execution_id = $3 and attempt = $4
                   or verdict is not null and judged_at > now() - make_interval(secs => $5))
            order by (execution_id = $3 and attempt = $4) desc, judged_at desc
            limit 1
            """;

    /** The statement that stores a judgement is the one that counts it: once for an execution and attempt. */
    private static final String RECORD = """
            with stored as (
                insert into judgements (workspace_id, question, execution_id, attempt, run_id, model_id, verdict,
                                        confidence, reason, input_tokens, output_tokens, cost)
                values ($1, $2, $3, $4, $5, $6, $8, $9, $10, $11, $12, $13)
                on conflict do nothing
                returning workspace_id, run_id, model_id, input_tokens, output_tokens, cost)
            insert into judge_costs as known
                (workspace_id, run_id, model_id, name, judgements, input_tokens, output_tokens, cost)
            select workspace_id, run_id, model_id, $7, 1, input_tokens, output_tokens, cost from stored
            on conflict (workspace_id, run_id, model_id) do update
            set judgements = known.judgements + 1,
                input_tokens = known.input_tokens + excluded.input_tokens,
                output_tokens = known.output_tokens + excluded.output_tokens,
                cost = known.cost + excluded.cost
            """;

    private static final String SPENT = """
            select input_tokens, output_tokens, cost from judge_costs
            where workspace_id = $1 and run_id = $2 and model_id = $3
            """;

    private static final String FORGET = """
            delete from judgements where ctid = any (array(
                select ctid from judgements where judged_at < now() - make_interval(secs => $1) limit $2))
            """;

    private final Pool database;

    JudgementRepository(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<Judgement>> recall(Inquest inquest) {
        Duration reuse = inquest.model().reuseFor();
        Tuple values = key(inquest).addDouble(reuse == null ? 0 : (double) reuse.toSeconds());
        return database.preparedQuery(RECALL)
                .execute(values)
                .map(rows -> Rows.first(rows, JudgementRepository::judgement));
    }

    @Override
    public Uni<Boolean> record(Inquest inquest, Judgement judgement) {
        Opinion opinion = judgement.opinion();
        Tuple values = key(inquest)
                .addUUID(inquest.asked().origin().runId().value())
                .addUUID(inquest.model().id())
                .addString(inquest.model().name())
                .addString(opinion == null ? null : opinion.holds() ? "PASS" : "FAIL")
                .addDouble(opinion == null ? null : opinion.confidence())
                .addString(judgement.reason())
                .addLong(judgement.spent().usage().inputTokens())
                .addLong(judgement.spent().usage().outputTokens())
                .addBigDecimal(judgement.spent().cost());
        return database.preparedQuery(RECORD).execute(values).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Spent> spent(Inquest inquest) {
        Model model = inquest.model();
        return database.preparedQuery(SPENT)
                .execute(Tuple.of(
                        model.workspaceId().value(),
                        inquest.asked().origin().runId().value(),
                        model.id()))
                .map(rows -> Rows.first(rows, JudgementRepository::spent).orElse(Spent.NOTHING));
    }

    /** Forgets some of the oldest; says how many. What they cost stays. */
    Uni<Integer> forget(int most) {
        return database.preparedQuery(FORGET)
                .execute(Tuple.of((double) KEPT.toSeconds(), most))
                .map(RowSet::rowCount);
    }

    private static Tuple key(Inquest inquest) {
        return Tuple.tuple()
                .addUUID(inquest.model().workspaceId().value())
                .addBuffer(Buffer.buffer(inquest.digest()))
                .addUUID(inquest.asked().origin().executionId().value())
                .addInteger(inquest.asked().origin().attempt());
    }

    private static Judgement judgement(Row row) {
        @Nullable String verdict = row.getString("verdict");
        String reason = row.getString("reason");
        return verdict == null
                ? new Judgement(null, reason, spent(row))
                : new Judgement(
                        new Opinion(verdict.equals("PASS"), row.getDouble("confidence"), reason), reason, spent(row));
    }

    private static Spent spent(Row row) {
        return new Spent(
                new Usage(row.getLong("input_tokens"), row.getLong("output_tokens")), row.getBigDecimal("cost"));
    }
}
