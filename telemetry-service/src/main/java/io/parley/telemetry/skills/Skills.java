package io.parley.telemetry.skills;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.parley.telemetry.estimation.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The skills of a workspace. */
@ApplicationScoped
public class Skills {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final String COLUMNS = "path, parent, title, description, prior, learn, guess, slip, fitted_at";

    private static final String LIST = "select " + COLUMNS + """
             from skill
            where workspace_id = $1 and ($2::text is null or path > $2)
            order by path
            limit $3
            """;

    private static final String FIND = "select " + COLUMNS + " from skill where workspace_id = $1 and path = $2";

    private static final String KNOWN = "select path from skill where workspace_id = $1 and path = any($2)";

    private static final String PARAMETERS = """
            select path, prior, learn, guess, slip from skill where workspace_id = $1 and fitted_at is not null
            """;

    /**
     * Makes those above it that there are not. All are taken from the top down, so that two who describe skills of one line
     * wait for each other instead of ending in a deadlock.
     */
    private static final String PUT = """
            with line as (
                insert into skill (workspace_id, path, title, description)
                select $1, path, case when path = $2 then $3::text end, case when path = $2 then $4::text end
                from skill_line($2::text) as path
                order by path
                on conflict (workspace_id, path) do update
                set title = excluded.title, description = excluded.description
                where skill.path = $2
                returning *
            )
            select\s""" + COLUMNS + """
             from line
            where path = $2
            """;

    private static final String DELETE = """
            delete from skill
            where workspace_id = $1 and path = $2
              and not exists (select from observation where workspace_id = $1 and skill = $2)
              and not exists (select from assessed_execution where workspace_id = $1 and skill = $2)
            """;

    private static final String FIT = """
            update skill
            set prior = $3, learn = $4, guess = $5, slip = $6, fitted_at = $7
            where workspace_id = $1 and path = $2
            """;

    private final Pool pool;

    Skills(Pool pool) {
        this.pool = pool;
    }

    /** One skill more than the slice's limit, if there are as many; in the order of their paths. */
    Uni<List<SkillView>> list(WorkspaceId workspace, Slice slice) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), slice.after(), slice.rows()))
                .map(rows -> Rows.list(rows, Skills::view));
    }

    /** The skill, or a 404. */
    Uni<SkillView> get(WorkspaceId workspace, String path) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), path))
                .map(rows -> Rows.first(rows, Skills::view).orElseThrow(SkillProblems.SKILL_NOT_FOUND::problem));
    }

    /** Describes a skill, new or not; those that it is a part of are made with it. */
    Uni<SkillView> put(WorkspaceId workspace, String path, SkillInput input) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(workspace.value(), path, input.title(), input.description()))
                .map(rows -> view(rows.iterator().next()));
    }

    /** Removes a skill on which nothing hangs: otherwise a 409. */
    Uni<Void> remove(WorkspaceId workspace, String path) {
        return get(workspace, path)
                .chain(() -> pool.preparedQuery(DELETE).execute(Tuple.of(workspace.value(), path)))
                .onFailure(Skills::isReferred)
                .transform(referred -> SkillProblems.SKILL_IN_USE.problem())
                .invoke(deleted -> requireRemoved(deleted.rowCount()))
                .replaceWithVoid();
    }

    private static void requireRemoved(int removed) {
        if (removed == 0) {
            throw SkillProblems.SKILL_IN_USE.problem();
        }
    }

    /** Which of these paths are those of skills. */
    public Uni<Set<String>> known(WorkspaceId workspace, Collection<String> paths) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(workspace.value(), paths.toArray(String[]::new)))
                .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getString("path"))));
    }

    /** The fitted parameters of the skills that have some, by path. */
    public Uni<Map<String, Parameters>> parameters(WorkspaceId workspace) {
        return pool.preparedQuery(PARAMETERS)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> Rows.list(rows, row -> row).stream()
                        .collect(Collectors.toMap(row -> row.getString("path"), Skills::parameters)));
    }

    /** Keeps what was fitted to a skill's learners; a skill that there is not is a 404. */
    public Uni<Void> fit(WorkspaceId workspace, String path, Parameters fitted, Instant now) {
        return pool.preparedQuery(FIT)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addString(path)
                        .addDouble(fitted.prior())
                        .addDouble(fitted.learn())
                        .addDouble(fitted.guess())
                        .addDouble(fitted.slip())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .invoke(rows -> requireFound(rows.rowCount()))
                .replaceWithVoid();
    }

    private static void requireFound(int rows) {
        if (rows == 0) {
            throw SkillProblems.SKILL_NOT_FOUND.problem();
        }
    }

    /** Fails with a 404 if there is no such skill. */
    public Uni<Void> require(WorkspaceId workspace, String path) {
        return get(workspace, path).replaceWithVoid();
    }

    private static boolean isReferred(Throwable failure) {
        return failure instanceof PgException refused && FOREIGN_KEY_VIOLATION.equals(refused.getSqlState());
    }

    private static SkillView view(Row row) {
        OffsetDateTime fittedAt = row.getOffsetDateTime("fitted_at");
        return new SkillView(
                row.getString("path"),
                row.getString("parent"),
                row.getString("title"),
                row.getString("description"),
                fittedAt == null ? Parameters.DEFAULT : parameters(row),
                instant(fittedAt));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Parameters parameters(Row row) {
        return new Parameters(
                row.getDouble("prior"), row.getDouble("learn"), row.getDouble("guess"), row.getDouble("slip"));
    }
}
