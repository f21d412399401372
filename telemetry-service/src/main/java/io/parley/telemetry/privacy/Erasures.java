package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Slice;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Erases subjects from every table, each in one transaction. Counts stay what the rows say. */
@ApplicationScoped
class Erasures {

    private static final String DEADLOCK = "40P01";
    private static final int MORE_TRIES = 3;

    private static final String LIST = """
            select erasure_id, erased_at, erased_by, events, sessions, observations
            from erasure
            where workspace_id = $1 and ($2::uuid is null or erasure_id < $2)
            order by erasure_id desc
            limit $3
            """;

    private static final String RECEIPT = """
            insert into erasure (workspace_id, erasure_id, erased_at, erased_by, events, sessions, observations)
            values ($1, $2, $3, $4, $5, $6, $7)
            returning erasure_id, erased_at, erased_by, events, sessions, observations
            """;

    private final Pool pool;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Erasures(Pool pool, Pseudonyms pseudonyms, Clock clock) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** One receipt more than the slice's limit, if there are as many; the latest first. */
    Uni<List<Erasure>> list(WorkspaceId workspace, Slice slice) {
        UUID before = slice.after(UUID::fromString).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), before, slice.rows()))
                .map(rows -> Rows.list(rows, Erasures::erasure));
    }

    /** Erases a subject; one of which nothing is stored has a receipt of zeros. */
    Uni<Erasure> erase(WorkspaceId workspace, String subject, UUID eraser) {
        List<String> ids = pseudonyms.of(workspace).idsOf(subject);
        return pool.withTransaction(transaction -> new SubjectRows(transaction, workspace, ids)
                        .erase()
                        .chain(erased -> receipt(transaction, workspace, eraser, erased)))
                .onFailure(Erasures::isDeadlock)
                .retry()
                .atMost(MORE_TRIES);
    }

    private Uni<Erasure> receipt(
            SqlConnection transaction, WorkspaceId workspace, UUID eraser, SubjectRows.Erased erased) {
        return transaction
                .preparedQuery(RECEIPT)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(Ids.next())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addUUID(eraser)
                        .addLong(erased.events())
                        .addLong(erased.sessions())
                        .addLong(erased.observations()))
                .map(rows -> erasure(rows.iterator().next()));
    }

    /** Who stores events takes sessions and counts in the same order, but a database may choose another; one of the two gives way. */
    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof PgException refused && DEADLOCK.equals(refused.getSqlState());
    }

    private static Erasure erasure(Row row) {
        return new Erasure(
                row.getUUID("erasure_id"),
                row.getOffsetDateTime("erased_at").toInstant(),
                row.getUUID("erased_by"),
                row.getLong("events"),
                row.getLong("sessions"),
                row.getLong("observations"));
    }
}
