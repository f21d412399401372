package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The suites of a workspace and their revisions. */
@ApplicationScoped
public class Suites {

    private static final int MAX_BYTES = 10 << 20;

    /** So many names are told. */
    private static final int MOST_NAMES = 20;

    private final SuiteReader reader;
    private final SuiteRepository suites;

    Suites(SuiteReader reader, SuiteRepository suites) {
        this.reader = reader;
        this.suites = suites;
    }

    /** A revision, the latest when no number is given. No such suite or revision in the workspace: a 404. */
    public Uni<Revision> require(WorkspaceId workspace, SuiteId id, @Nullable Integer number) {
        return suites.revision(workspace, id, number).map(Suites::required);
    }

    byte[] schema() {
        return reader.schema();
    }

    /** Makes a file that stands alone the suite's latest revision, unless it is that already. */
    public Uni<ImportedSuite> importFile(WorkspaceId workspace, UUID importer, byte[] file) {
        if (file.length > MAX_BYTES) {
            throw SuiteProblems.TOO_LARGE.problem();
        }
        return reader.read(file).chain(suite -> suites.store(workspace, importer, suite));
    }

    /**
     * Makes each file its suite's latest revision, unless it is that already: all of them, or none where one has mistakes.
     *
     * @param files makes them, which may be slow work; it is done where files are read
     * @return in the order of the suites' names
     */
    public Uni<List<ImportedSuite>> importAll(WorkspaceId workspace, UUID importer, Supplier<List<SuiteText>> files) {
        return reader.readAll(files)
                .invoke(Suites::refuseSameNames)
                .chain(read -> suites.storeAll(workspace, importer, read));
    }

    Uni<SuiteView> view(WorkspaceId workspace, SuiteId id) {
        return suites.find(workspace, id).map(Suites::required);
    }

    Uni<Page<SuiteView>> list(WorkspaceId workspace, Slice slice) {
        return suites.list(workspace, slice)
                .map(rows -> Page.of(rows, slice.limit(), suite -> new Cursor(suite.name())));
    }

    Uni<Page<RevisionView>> revisions(WorkspaceId workspace, SuiteId id, Slice slice) {
        return view(workspace, id)
                .chain(found -> suites.revisions(workspace, id, slice))
                .map(rows -> Page.of(rows, slice.limit(), view -> new Cursor(Integer.toString(view.revision()))));
    }

    Uni<RevisionView> revision(WorkspaceId workspace, SuiteId id, int number) {
        return suites.view(workspace, id, number).map(Suites::required);
    }

    /** The second of a name would be a revision of the first, and nobody would run the first. */
    private static void refuseSameNames(List<SuiteFile> files) {
        Set<String> names = new HashSet<>();
        List<String> twice = files.stream()
                .map(SuiteFile::name)
                .filter(name -> !names.add(name))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw SuiteProblems.SAME_NAME.problem(
                    "Each suite of an import needs a name of its own; there more than once: "
                            + String.join(", ", twice.subList(0, Math.min(MOST_NAMES, twice.size()))));
        }
    }

    private static <T> T required(Optional<T> found) {
        return found.orElseThrow(SuiteProblems.NOT_FOUND::problem);
    }
}
