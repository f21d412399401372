package io.parley.telemetry.reads;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Caller;
import io.parley.platform.database.Rows;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Slice;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down who looks at personal data, before they see it. */
@ApplicationScoped
public class PersonalReads {

    private static final String IS_STORED = """
            exists (
                select from session where workspace_id = $1 and subject_id = noted.%1$s
                union all
                select from observation
                where workspace_id = $1 and subject_kind in ('LEARNER', 'ASSISTANT') and subject = noted.%1$s
                union all
                select from assessed_execution where workspace_id = $1 and assistant = noted.%1$s
                union all
                select from event where workspace_id = $1 and subject_id = noted.%1$s
            )""";

    /**
     * A subject is named as it is stored. The name of one of whom nothing is stored, or nothing any more, is not stored here
     * either.
     */
    private static final String INSERT = """
            insert into personal_read (workspace_id, read_id, read_at, reader, what, subject)
            select $1, noted.read_id, $2, $3, $4,
                case when %s then noted.pseudonym when %s then noted.name end
            from unnest($5::uuid[], $6::text[], $7::text[]) as noted(read_id, pseudonym, name)
            """.formatted(IS_STORED.formatted("pseudonym"), IS_STORED.formatted("name"));

    private static final String LIST = """
            select read_id, read_at, reader, what, subject
            from personal_read
            where workspace_id = $1 and ($2::uuid is null or read_id < $2) and ($3::text[] is null or subject = any($3))
            order by read_id desc
            limit $4
            """;

    private final Pool pool;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    PersonalReads(Pool pool, Pseudonyms pseudonyms, Clock clock) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * Writes a read down, once for each subject; nobody is shown anything before it completed.
     *
     * @param subjects whose data it is, by pseudonyms or names; empty if it turned out to be nobody's, which is written down as
     *     well
     */
    public Uni<Void> note(Caller caller, What what, Collection<String> subjects) {
        Map<String, String> names = namesByPseudonym(caller.workspace(), subjects);
        return pool.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(caller.workspace().value())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addUUID(caller.subject())
                        .addString(what.name())
                        .addArrayOfUUID(ids(Math.max(1, names.size())))
                        .addArrayOfString(names.keySet().toArray(String[]::new))
                        .addArrayOfString(names.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Who has no other name has the pseudonym. */
    private Map<String, String> namesByPseudonym(WorkspaceId workspace, Collection<String> subjects) {
        return subjects.stream()
                .collect(Collectors.toMap(
                        pseudonyms.of(workspace)::of,
                        Function.identity(),
                        (one, other) -> Pseudonyms.isPseudonym(one) ? other : one));
    }

    private static UUID[] ids(int number) {
        return Stream.generate(Ids::next).limit(number).toArray(UUID[]::new);
    }

    /** One read more than the slice's limit, if there are as many; the latest first. */
    Uni<List<PersonalRead>> list(WorkspaceId workspace, @Nullable String subject, Slice slice) {
        UUID before = slice.after(UUID::fromString).orElse(null);
        String @Nullable [] ids =
                subject == null ? null : pseudonyms.of(workspace).idsOf(subject).toArray(String[]::new);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), before, ids, slice.rows()))
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
