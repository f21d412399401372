package io.parley.telemetry.sessions;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.pages.Conditions;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads sessions of a workspace, those that began last first. */
@ApplicationScoped
class SessionRepository {

    private static final String SELECT = """
            select session_id, subject_id, first_at, last_at, events, closed_at,
                case when closed_at is not null then case when ended then 'END' else 'SILENCE' end end as closed_by,
                computed_at, features_version, features::text
            from session
            """;

    private static final String FIND = SELECT + "where workspace_id = $1 and session_id = $2";

    private static final String LATEST_FIRST = "first_at desc, session_id desc";

    private final Pool pool;
    private final Pseudonyms pseudonyms;

    SessionRepository(Pool pool, Pseudonyms pseudonyms) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
    }

    /** The session with this id, or a 404. */
    Uni<SessionView> get(WorkspaceId workspace, UUID sessionId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), sessionId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(SessionRepository::view)
                        .orElseThrow(SessionProblems.SESSION_NOT_FOUND::problem));
    }

    /** One session more than the filter's limit, if there are as many. */
    Uni<List<SessionView>> find(WorkspaceId workspace, SessionFilter filter) {
        Conditions conditions = new Conditions()
                .and("workspace_id =", Optional.of(workspace.value()))
                .and("(closed_at is null) =", filter.open())
                .and("first_at >=", filter.from().map(Conditions::utc))
                .and("first_at <", filter.to().map(Conditions::utc))
                .before("(first_at, session_id)", filter.after());
        Optional<List<String>> ids = filter.subjectId().map(pseudonyms.of(workspace)::idsOf);
        return pool.preparedQuery(conditions.first(filter.limit() + 1, SELECT, LATEST_FIRST, ids))
                .execute(conditions.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SessionRepository::view)
                        .toList());
    }

    private static SessionView view(Row row) {
        return new SessionView(
                row.getUUID("session_id"),
                row.getString("subject_id"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getLong("events"),
                instant(row.getOffsetDateTime("closed_at")),
                row.getString("closed_by"),
                instant(row.getOffsetDateTime("computed_at")),
                row.getInteger("features_version"),
                row.getString("features"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
