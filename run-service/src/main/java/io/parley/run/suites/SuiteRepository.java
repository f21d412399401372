package io.parley.run.suites;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.SuiteId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads suites and their revisions, and adds to them. */
@ApplicationScoped
class SuiteRepository {

    /** Two imports of one suite meet here: the second waits until the first is done, and sees what it did. */
    private static final String LOCK = """
            insert into suites (id, workspace_id, name) values ($1, $2, $3)
            on conflict (workspace_id, name) do update set name = excluded.name
            returning id
            """;

    private static final String LATEST = """
            select number, source_hash, cases from suite_revisions where suite_id = $1 order by number desc limit 1
            """;

    private static final String SELECT_SUITES = """
            select s.id, s.name, r.number, r.cases, s.created_at, r.created_at as updated_at
            from suites s
            cross join lateral (select number, cases, created_at from suite_revisions
                                where suite_id = s.id order by number desc limit 1) r
            """;

    private static final String FIND = SELECT_SUITES + "where s.workspace_id = $1 and s.id = $2";

    private static final String LIST = SELECT_SUITES + """
            where s.workspace_id = $1 and ($2::text is null or s.name > $2)
            order by s.name
            limit $3
            """;

    private static final String REVISIONS = """
            select r.suite_id, s.name, r.number, r.cases, r.created_at, r.created_by, null::text as source
            from suite_revisions r join suites s on s.id = r.suite_id
            where r.workspace_id = $1 and r.suite_id = $2 and ($3::int is null or r.number < $3)
            order by r.number desc
            limit $4
            """;

    private static final String REVISION = """
            select r.suite_id, s.name, r.number, r.cases, r.created_at, r.created_by, r.source
            from suite_revisions r join suites s on s.id = r.suite_id
            where r.workspace_id = $1 and r.suite_id = $2 and r.number = $3
            """;

    private static final String TO_RUN = """
            select suite_id, number, cases, target, gate_pass_rate, gate_unsure, gate_regressions,
                   simulators::text as simulators
            from suite_revisions
            where workspace_id = $1 and suite_id = $2 and ($3::int is null or number = $3)
            order by number desc
            limit 1
            """;

    private final Pool database;
    private final RevisionWriter writer;
    private final ObjectMapper json;

    SuiteRepository(Pool database, RevisionWriter writer, ObjectMapper json) {
        this.database = database;
        this.writer = writer;
        this.json = json;
    }

    Uni<Optional<Revision>> revision(WorkspaceId workspace, SuiteId id, @Nullable Integer number) {
        return database.preparedQuery(TO_RUN)
                .execute(Tuple.of(workspace.value(), id.value(), number))
                .map(rows -> Rows.first(rows, this::toRun));
    }

    /** Adds a revision, unless the latest one is of the same text. All of it or nothing. */
    Uni<ImportedSuite> store(WorkspaceId workspace, UUID importer, SuiteFile file) {
        return database.withTransaction(transaction -> store(transaction, workspace, importer, file));
    }

    /** In one transaction and in the order of their names, so that two of them never wait for each other. */
    Uni<List<ImportedSuite>> storeAll(WorkspaceId workspace, UUID importer, List<SuiteFile> files) {
        List<SuiteFile> ordered =
                files.stream().sorted(Comparator.comparing(SuiteFile::name)).toList();
        return database.withTransaction(transaction -> Multi.createFrom()
                .iterable(ordered)
                .onItem()
                .transformToUniAndConcatenate(file -> store(transaction, workspace, importer, file))
                .collect()
                .asList());
    }

    private Uni<ImportedSuite> store(SqlConnection transaction, WorkspaceId workspace, UUID importer, SuiteFile file) {
        return lock(transaction, workspace, file.name())
                .chain(suite -> latest(transaction, suite)
                        .chain(latest -> latest.isOf(file)
                                ? Uni.createFrom().item(latest.imported(suite, file))
                                : writer.write(transaction, latest.next(workspace, suite, importer, file))));
    }

    Uni<Optional<SuiteView>> find(WorkspaceId workspace, SuiteId id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, SuiteRepository::suite));
    }

    Uni<List<SuiteView>> list(WorkspaceId workspace, Slice slice) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), slice.after(), slice.rows()))
                .map(rows -> Rows.list(rows, SuiteRepository::suite));
    }

    /** The newest first. */
    Uni<List<RevisionView>> revisions(WorkspaceId workspace, SuiteId id, Slice slice) {
        Integer before = slice.after(Integer::valueOf).orElse(null);
        return database.preparedQuery(REVISIONS)
                .execute(Tuple.of(workspace.value(), id.value(), before, slice.rows()))
                .map(rows -> Rows.list(rows, SuiteRepository::revision));
    }

    Uni<Optional<RevisionView>> view(WorkspaceId workspace, SuiteId id, int number) {
        return database.preparedQuery(REVISION)
                .execute(Tuple.of(workspace.value(), id.value(), number))
                .map(rows -> Rows.first(rows, SuiteRepository::revision));
    }

    private static Uni<SuiteId> lock(SqlConnection transaction, WorkspaceId workspace, String name) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(Ids.next(), workspace.value(), name))
                .map(rows -> new SuiteId(rows.iterator().next().getUUID("id")));
    }

    private static Uni<Latest> latest(SqlConnection transaction, SuiteId suite) {
        return transaction
                .preparedQuery(LATEST)
                .execute(Tuple.of(suite.value()))
                .map(rows -> Rows.first(rows, Latest::of).orElse(Latest.NONE));
    }

    private static SuiteView suite(Row row) {
        return new SuiteView(
                new SuiteId(row.getUUID("id")),
                row.getString("name"),
                row.getInteger("number"),
                row.getInteger("cases"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private Revision toRun(Row row) {
        return new Revision(
                new SuiteId(row.getUUID("suite_id")),
                row.getInteger("number"),
                row.getInteger("cases"),
                row.getString("target"),
                new Gate(
                        row.getDouble("gate_pass_rate"),
                        row.getDouble("gate_unsure"),
                        row.getInteger("gate_regressions")),
                simulators(row.getString("simulators")));
    }

    private List<Simulator> simulators(@Nullable String written) {
        try {
            return written == null
                    ? List.of()
                    : json.readerForListOf(Simulator.class).readValue(written);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the models of a stored revision are damaged", damaged);
        }
    }

    private static RevisionView revision(Row row) {
        return new RevisionView(
                new SuiteId(row.getUUID("suite_id")),
                row.getString("name"),
                row.getInteger("number"),
                row.getInteger("cases"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getString("source"));
    }

    /** The latest revision of a suite, number 0 when there is none yet. */
    private record Latest(int number, Buffer hash, int cases) {

        static final Latest NONE = new Latest(0, Buffer.buffer(), 0);

        static Latest of(Row row) {
            return new Latest(row.getInteger("number"), row.get(Buffer.class, "source_hash"), row.getInteger("cases"));
        }

        boolean isOf(SuiteFile file) {
            return hash.equals(file.hash());
        }

        ImportedSuite imported(SuiteId suite, SuiteFile file) {
            return new ImportedSuite(suite, file.name(), number, cases, false);
        }

        NewRevision next(WorkspaceId workspace, SuiteId suite, UUID importer, SuiteFile file) {
            return new NewRevision(workspace, suite, number + 1, importer, file);
        }
    }
}
