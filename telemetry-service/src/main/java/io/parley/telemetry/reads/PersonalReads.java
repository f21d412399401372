package io.parley.telemetry.reads;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Caller;
import io.parley.platform.database.Rows;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down who looks at personal data, before they see it. */
@ApplicationScoped
public class PersonalReads {

    private static final String INSERT = """
            insert into personal_read (workspace_id, read_id, read_at, reader, what, subject) values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String LIST = """
            select read_id, read_at, reader, what, subject
            from personal_read
            where workspace_id = $1 and ($2::uuid is null or read_id < $2) and ($3::text is null or subject = $3)
            order by read_id desc
            limit $4
            """;

    private final Pool pool;
    private final Clock clock;

    PersonalReads(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Writes a read down; what is asked for is read after it completed.
     *
     * @param subject whose data it is, or null for that of several
     */
    public Uni<Void> note(Caller caller, What what, @Nullable String subject) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(
                        caller.workspace().value(),
                        Ids.next(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.subject(),
                        what.name(),
                        subject))
                .replaceWithVoid();
    }

    /** One read more than the slice's limit, if there are as many; the latest first. */
    Uni<List<PersonalRead>> list(WorkspaceId workspace, @Nullable String subject, Slice slice) {
        UUID before = slice.after(UUID::fromString).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), before, subject, slice.rows()))
                .map(rows -> Rows.list(rows, PersonalReads::read));
    }

    private static PersonalRead read(Row row) {
        return new PersonalRead(
                row.getUUID("read_id"),
                row.getOffsetDateTime("read_at").toInstant(),
                row.getUUID("reader"),
                What.valueOf(row.getString("what")),
                row.getString("subject"));
    }
}
