package io.parley.local.suites;

import io.parley.contracts.SuiteId;
import io.parley.platform.ids.Ids;
import io.parley.run.imports.SuiteSources;
import io.parley.run.suites.ImportedSuite;
import io.parley.run.suites.SuiteFile;
import io.parley.run.suites.SuiteReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The suites that were read since the process began. */
@ApplicationScoped
public class LocalSuites {

    private static final int ONLY_REVISION = 1;

    private final SuiteReader reader;
    private final SuiteSources sources;
    private final Map<SuiteId, SuiteFile> suites = new ConcurrentHashMap<>();

    LocalSuites(SuiteReader reader, SuiteSources sources) {
        this.reader = reader;
        this.sources = sources;
    }

    /** Reads a suite that stands alone; one with mistakes is a problem that names all of them. */
    public Uni<ImportedSuite> read(byte[] file) {
        return reader.read(file).map(this::keep);
    }

    /**
     * Reads suites of Parley with files beside them, or makes suites of files of another tool.
     *
     * @param format of another tool; null where what is in the files tells
     * @param files texts by paths
     */
    public Uni<List<ImportedSuite>> readAll(@Nullable String format, Map<String, String> files) {
        return reader.readAll(() -> sources.read(format, files))
                .map(read -> read.stream().map(this::keep).toList());
    }

    /** The suite that was read under this id. None: a 404. */
    public SuiteFile require(SuiteId id) {
        SuiteFile suite = suites.get(id);
        if (suite == null) {
            throw LocalSuiteProblems.NOT_FOUND.problem();
        }
        return suite;
    }

    private ImportedSuite keep(SuiteFile suite) {
        SuiteId id = new SuiteId(Ids.next());
        suites.put(id, suite);
        return new ImportedSuite(id, suite.name(), ONLY_REVISION, suite.totals().cases(), true);
    }
}
