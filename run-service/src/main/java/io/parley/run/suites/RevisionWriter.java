package io.parley.run.suites;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.run.targets.TargetDefinitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores a revision with the target that it defines and its cases, some thousand a statement. */
@ApplicationScoped
class RevisionWriter {

    private static final int MAX_CASES = 1_000;
    private static final int MAX_CHARACTERS = 4 << 20;

    private static final String REVISION = """
            insert into suite_revisions (suite_id, number, workspace_id, source, source_hash, target,
                                         cases, executions, turns, budget, created_by,
                                         gate_pass_rate, gate_unsure, gate_regressions, simulators)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 * interval '1 millisecond', $11, $12, $13, $14, $15::text::json)
            """;

    private static final String CASES = """
            insert into suite_cases (suite_id, revision, workspace_id, position, repeat, budget, conversation)
            select $1, $2, $3, c.position, c.repeat, c.budget * interval '1 millisecond', c.conversation::json
            from unnest($4::int[], $5::int[], $6::bigint[], $7::text[]) as c(position, repeat, budget, conversation)
            """;

    private final TargetDefinitions targets;
    private final ObjectMapper json;

    RevisionWriter(TargetDefinitions targets, ObjectMapper json) {
        this.targets = targets;
        this.json = json;
    }

    Uni<ImportedSuite> write(SqlConnection transaction, NewRevision revision) {
        SuiteFile file = revision.file();
        return revision(transaction, revision)
                .chain(() -> target(transaction, revision))
                .chain(() -> cases(transaction, revision, file.cases().iterator(), 0))
                .replaceWith(() -> new ImportedSuite(
                        revision.suiteId(),
                        file.name(),
                        revision.number(),
                        file.totals().cases(),
                        true));
    }

    private Uni<Void> revision(SqlConnection transaction, NewRevision revision) {
        SuiteFile file = revision.file();
        SuiteFile.Totals totals = file.totals();
        return transaction
                .preparedQuery(REVISION)
                .execute(Tuple.tuple()
                        .addUUID(revision.suiteId().value())
                        .addInteger(revision.number())
                        .addUUID(revision.workspaceId().value())
                        .addString(file.source())
                        .addValue(file.hash())
                        .addString(file.target().name())
                        .addInteger(totals.cases())
                        .addInteger(totals.executions())
                        .addLong(totals.turns())
                        .addDouble((double) totals.budget().toMillis())
                        .addUUID(revision.createdBy())
                        .addDouble(file.gate().passRate())
                        .addDouble(file.gate().unsure())
                        .addInteger(file.gate().regressions())
                        .addString(simulators(file.simulators())))
                .replaceWithVoid();
    }

    private Uni<Void> target(SqlConnection transaction, NewRevision revision) {
        JsonNode definition = revision.file().target().definition();
        return definition == null
                ? Uni.createFrom().voidItem()
                : targets.define(transaction, revision.workspaceId(), revision.suiteId(), definition);
    }

    private @Nullable String simulators(List<Simulator> simulators) {
        try {
            return simulators.isEmpty() ? null : json.writeValueAsString(simulators);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("models that are no JSON", impossible);
        }
    }

    private static Uni<Void> cases(
            SqlConnection transaction, NewRevision revision, Iterator<Case> cases, int position) {
        List<Case> batch = take(cases);
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : insert(transaction, revision, batch, position)
                        .chain(() -> cases(transaction, revision, cases, position + batch.size()));
    }

    private static List<Case> take(Iterator<Case> cases) {
        List<Case> batch = new ArrayList<>();
        int characters = 0;
        while (cases.hasNext() && batch.size() < MAX_CASES && characters < MAX_CHARACTERS) {
            Case next = cases.next();
            batch.add(next);
            characters += next.conversation().length();
        }
        return batch;
    }

    private static Uni<Void> insert(SqlConnection transaction, NewRevision revision, List<Case> batch, int position) {
        Integer[] positions = new Integer[batch.size()];
        Integer[] repeats = new Integer[batch.size()];
        Long[] budgets = new Long[batch.size()];
        String[] conversations = new String[batch.size()];
        for (int index = 0; index < batch.size(); index++) {
            Case next = batch.get(index);
            positions[index] = position + index;
            repeats[index] = next.repeat();
            budgets[index] = next.budget().toMillis();
            conversations[index] = next.conversation();
        }
        return transaction
                .preparedQuery(CASES)
                .execute(Tuple.tuple()
                        .addUUID(revision.suiteId().value())
                        .addInteger(revision.number())
                        .addUUID(revision.workspaceId().value())
                        .addArrayOfInteger(positions)
                        .addArrayOfInteger(repeats)
                        .addArrayOfLong(budgets)
                        .addArrayOfString(conversations))
                .replaceWithVoid();
    }
}
