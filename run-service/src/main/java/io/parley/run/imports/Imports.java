package io.parley.run.imports;

import io.parley.contracts.WorkspaceId;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.suites.ImportedSuite;
import io.parley.run.suites.SuiteText;
import io.parley.run.suites.Suites;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes suites of files of other tools, and imports them; suites of Parley with the files that they take rows of as they are. */
@ApplicationScoped
class Imports {

    private final List<Format> formats;
    private final Suites suites;

    Imports(@All List<Format> formats, Suites suites) {
        this.formats = formats;
        this.suites = suites;
    }

    /** All suites that the files hold, or none of them. */
    Uni<List<ImportedSuite>> importAll(WorkspaceId workspace, UUID importer, ImportFiles files) {
        return suites.importAll(workspace, importer, () -> read(files));
    }

    private List<SuiteText> read(ImportFiles sent) {
        SourceFiles files = new SourceFiles(sent.files());
        List<SuiteText> own = sent.format() == null ? ParleySuites.among(files) : List.of();
        return own.isEmpty() ? converted(sent, files) : own;
    }

    private List<SuiteText> converted(ImportFiles sent, SourceFiles files) {
        Format format = sent.format() == null ? recognised(files) : named(sent.format());
        return format.read(files).stream().map(Imports::text).toList();
    }

    private Format named(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ImportProblems.UNKNOWN_FORMAT.problem("format must be one of " + names()));
    }

    private Format recognised(SourceFiles files) {
        return formats.stream()
                .filter(format -> format.recognises(files))
                .findFirst()
                .orElseThrow(() -> ImportProblems.NOT_RECOGNISED.problem(
                        "The formats are " + names() + "; name the one that these files are of"));
    }

    private String names() {
        return formats.stream().map(Format::name).sorted().collect(Collectors.joining(", "));
    }

    /** Over several lines, so that a suite can be read, and a mistake in it found. */
    private static SuiteText text(ForeignSuite suite) {
        return SuiteText.of(suite.suite().toPrettyString());
    }
}
