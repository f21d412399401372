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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down who looks at personal data, before they see it. */
@ApplicationScoped
public class PersonalReads {

    /** The name of one of whom nothing is stored, or nothing any more, is not stored here either. */
    private static final String INSERT = """
            insert into personal_read (workspace_id, read_id, read_at, reader, what, subject)
            select $1, noted.read_id, $2, $3, $4, case when exists (
                select from session where workspace_id = $1 and subject_id = noted.subject
                union all
                select from observation
                where workspace_id = $1 and subject_kind in ('LEARNER', 'ASSISTANT') and observation.subject = noted.subject
                union all
                select from assessed_execution where workspace_id = $1 and assistant = noted.subject
                union all
                select from event where workspace_id = $1 and subject_id = noted.subject
            ) then noted.subject end
            from unnest($5::uuid[], $6::text[]) as noted(read_id, subject)
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
     * Writes a read down, once for each subject; nobody is shown anything before it completed.
     *
     * @param subjects whose data it is, each once; empty if it turned out to be nobody's, which is written down as well
     */
    public Uni<Void> note(Caller caller, What what, Collection<String> subjects) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(
                        caller.workspace().value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.subject(),
                        what.name(),
                        ids(Math.max(1, subjects.size())),
                        subjects.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static UUID[] ids(int number) {
        return Stream.generate(Ids::next).limit(number).toArray(UUID[]::new);
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
