package io.parley.telemetry.rules;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Slice;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.telemetry.estimation.SubjectKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a workspace. They hold for what is stored after them. */
@ApplicationScoped
class Rules {

    private static final int MOST = 500;

    /** The statement that stores events looks at all rules of their types, for every event. */
    private static final int MOST_OF_TYPE = 50;

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final String COLUMNS = """
            rule_id, type, skill, subject_kind, weight, condition_path, condition_value::text, correct_path, correct_value::text
            """;

    private static final String INSERT = """
            insert into skill_rule (workspace_id, rule_id, type, skill, subject_kind, weight, condition_path,
                                    condition_value, correct_path, correct_value)
            select $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10::text::jsonb
            where (select count(*) from skill_rule where workspace_id = $1) < $11
              and (select count(*) from skill_rule where workspace_id = $1 and type = $3) < $12
            returning\s""" + COLUMNS;

    private static final String LIST = "select " + COLUMNS + """
            from skill_rule
            where workspace_id = $1 and ($2::uuid is null or rule_id > $2)
            order by rule_id
            limit $3
            """;

    private static final String DELETE = "delete from skill_rule where workspace_id = $1 and rule_id = $2";

    private final Pool pool;

    Rules(Pool pool) {
        this.pool = pool;
    }

    /** One rule more than the slice's limit, if there are as many; the oldest first. */
    Uni<List<RuleView>> list(WorkspaceId workspace, Slice slice) {
        UUID after = slice.after(UUID::fromString).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), after, slice.rows()))
                .map(rows -> Rows.list(rows, Rules::view));
    }

    Uni<RuleView> add(WorkspaceId workspace, RuleInput input) {
        return pool.preparedQuery(INSERT)
                .execute(values(workspace, input.checked()))
                .onFailure(Rules::isNoSkill)
                .transform(unknown -> ProblemType.INVALID_INPUT.problem(
                        List.of(new FieldError("/skill", "is no skill of the workspace"))))
                .map(rows -> Rows.first(rows, Rules::view).orElseThrow(RuleProblems.TOO_MANY_RULES::problem));
    }

    private static Tuple values(WorkspaceId workspace, RuleInput input) {
        return Tuple.tuple()
                .addUUID(workspace.value())
                .addUUID(Ids.next())
                .addString(input.type())
                .addString(input.skill())
                .addString(input.subjectKindOrLearner().name())
                .addDouble(input.weightOrWhole())
                .addArrayOfString(RuleInput.steps(input.when()))
                .addString(input.when() == null ? null : input.when().value().toString())
                .addArrayOfString(RuleInput.steps(input.correctIf()))
                .addString(input.correctValue())
                .addInteger(MOST)
                .addInteger(MOST_OF_TYPE);
    }

    /** A rule that there is not is a 404. What it made of events stays. */
    Uni<Void> remove(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(workspace.value(), id))
                .invoke(rows -> requireRemoved(rows.rowCount()))
                .replaceWithVoid();
    }

    private static void requireRemoved(int rows) {
        if (rows == 0) {
            throw RuleProblems.RULE_NOT_FOUND.problem();
        }
    }

    private static boolean isNoSkill(Throwable failure) {
        return failure instanceof PgException refused && FOREIGN_KEY_VIOLATION.equals(refused.getSqlState());
    }

    private static RuleView view(Row row) {
        RuleView.Looked correctIf = looked(row.getArrayOfStrings("correct_path"), row.getString("correct_value"));
        return new RuleView(
                row.getUUID("rule_id"),
                row.getString("type"),
                row.getString("skill"),
                SubjectKind.valueOf(row.getString("subject_kind")),
                looked(row.getArrayOfStrings("condition_path"), row.getString("condition_value")),
                correctIf == null ? Boolean.valueOf(row.getString("correct_value")) : null,
                correctIf,
                row.getDouble("weight"));
    }

    private static RuleView.@Nullable Looked looked(String @Nullable [] steps, String value) {
        return steps == null ? null : new RuleView.Looked(Pointer.to(List.of(steps)), value);
    }
}
