package io.parley.run.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.Target;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Trace;
import io.parley.run.suites.Revision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores a new run and one row for each of its executions, in one statement. */
@ApplicationScoped
class RunStarter {

    /** Executions on their way at once, by the conversations that the target holds at once. */
    private static final int WINDOWS_PER_SLOT = 8;

    private static final int SMALLEST_WINDOW = 64;
    private static final int LARGEST_WINDOW = 1_024;

    /** Executions in a row that find no target until the run pauses, for targets that do not say: no accident of a network. */
    private static final int USUALLY_DOWN_AFTER = 10;

    /** What a turn may take before it is known what it takes; more only makes lost executions known later. */
    private static final double TOKENS_OF_A_LARGE_TURN = 10_000;

    private static final String START = """
            with chosen as (
                select c.position, number as repeat
                from suite_cases c
                cross join lateral generate_series(1, coalesce($20::int, c.repeat)) as number
                where $22::uuid is null and c.suite_id = $3 and c.revision = $4 and\s""" + ChosenCases.suits("$23", "$24") + """
                union all
                select position, repeat from executions
                where workspace_id = $2 and run_id = $22::uuid and verdict in ('FAIL', 'ERROR')
            ),
            special as ( -- the mean of its executions, if the run does not hold just what its revision says
                select (sum(extract(epoch from c.budget) * n.times) / sum(n.times))::float8 as seconds,
                       (sum((json_array_length(c.conversation -> 'turns')
                             + coalesce((c.conversation -> 'simulate' ->> 'maxTurns')::int, 0)) * n.times)
                           / sum(n.times))::float8 as turns
                from (select position, count(*) as times from chosen group by position) n
                join suite_cases c on c.position = n.position
                where ($20::int is not null or $26) -- else no case is looked at
                  and c.suite_id = $3 and c.revision = $4
            ),
            run as (
                insert into runs (id, workspace_id, suite_id, revision, target_id, target_name, target, pace,
                                  send_window, idempotency_key, traceparent, total, queued, created_by,
                                  branch, down_after, time_limit, token_limit, cost_limit,
                                  repeat, priority, retry_of, case_filter, case_tags, partial, simulators)
                select $1, v.workspace_id, v.suite_id, v.number, $5, $6, $7::text::json,
                       greatest(coalesce(s.seconds, extract(epoch from v.budget)::float8 / v.executions) / $8::int,
                                coalesce(coalesce(s.turns, v.turns::float8 / v.executions) / $9::float8, 0)),
                       $10, $11, $12, n.executions, n.executions, $13, $14, coalesce($15::int, $16::int),
                       make_interval(secs => $17::float8), $18, $19,
                       $20, $21, $22, $25, $24, $26, $27::text::json
                from suite_revisions v
                cross join special s
                cross join (select count(*)::int as executions from chosen) n
                where v.workspace_id = $2 and v.suite_id = $3 and v.number = $4 and n.executions > 0
                on conflict (workspace_id, idempotency_key) do nothing
                returning id, workspace_id
            ),
            rows as (
                insert into executions (workspace_id, run_id, position, repeat)
                select run.workspace_id, run.id, c.position, c.repeat
                from run cross join chosen c
                order by c.position, c.repeat
            )
            select id from run
            """;

    private static final TypeReference<Map<String, ChatTarget>> SIMULATORS = new TypeReference<>() {};

    private final Pool database;
    private final ObjectMapper json;

    RunStarter(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Stores the run.
     *
     * @return whether it was stored; if not, another run of the workspace has the idempotency key, or there is nothing to retry
     */
    Uni<Boolean> start(NewRun run) {
        return database.preparedQuery(START).execute(values(run)).map(rows -> rows.size() == 1);
    }

    private Tuple values(NewRun run) {
        LiveTarget target = run.target();
        RunOptions options = run.options();
        int slots = slots(run);
        return Tuple.tuple()
                .addUUID(run.id().value())
                .addUUID(run.workspaceId().value())
                .addUUID(run.revision().suiteId().value())
                .addInteger(run.revision().number())
                .addUUID(target.id().value())
                .addString(target.name())
                .addString(wireForm(target))
                .addInteger(slots)
                .addDouble(turnRate(target.limits()))
                .addInteger(Math.clamp((long) slots * WINDOWS_PER_SLOT, SMALLEST_WINDOW, LARGEST_WINDOW))
                .addString(run.idempotencyKey())
                .addString(Trace.current().traceparent())
                .addUUID(run.createdBy())
                .addString(options.branch())
                .addInteger(target.limits().downAfter())
                .addInteger(USUALLY_DOWN_AFTER)
                .addDouble(seconds(options.budget().time()))
                .addLong(options.budget().tokens())
                .addBigDecimal(options.budget().cost())
                .addInteger(options.repeat())
                .addString(options.priority().name())
                .addUUID(options.retryOf() == null ? null : options.retryOf().value())
                .addString(options.choice().namePattern())
                .addArrayOfString(options.choice().tagArray())
                .addString(options.choice().filter())
                .addBoolean(options.arePartial())
                .addString(wireForm(run.simulators()));
    }

    private @Nullable String wireForm(Map<String, ChatTarget> simulators) {
        return simulators.isEmpty() ? null : text(json.writerFor(SIMULATORS), simulators);
    }

    /** Conversations of which none waits for another one: each has a place at its target, and asks the model that plays its user. */
    private static int slots(NewRun run) {
        return Stream.concat(Stream.of(run.target()), run.simulators().values().stream())
                .mapToInt(target -> target.limits().maxConcurrency())
                .min()
                .orElseThrow();
    }

    /** Turns a second that the target takes at the least, or null for no limit. */
    private static @Nullable Double turnRate(Limits limits) {
        double byTokens = limits.tokenRate().orElse(Double.POSITIVE_INFINITY) / TOKENS_OF_A_LARGE_TURN;
        double rate = Math.min(limits.requestRate().orElse(Double.POSITIVE_INFINITY), byTokens);
        return Double.isInfinite(rate) ? null : rate;
    }

    private static @Nullable Double seconds(@Nullable Duration time) {
        return time == null ? null : time.toMillis() / 1000.0;
    }

    private String wireForm(Target target) {
        return text(json.writerFor(Target.class), target);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a target that is no JSON", impossible);
        }
    }

    /**
     * A run that is to be stored.
     *
     * @param simulators models that play users of its cases, by the names that cases call them
     * @param idempotencyKey at most one run of the workspace has it; null for none
     */
    record NewRun(
            RunId id,
            WorkspaceId workspaceId,
            Revision revision,
            LiveTarget target,
            Map<String, ChatTarget> simulators,
            RunOptions options,
            @Nullable String idempotencyKey,
            UUID createdBy) {}
}
