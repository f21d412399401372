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
        if (own.isEmpty()) {
            return converted(sent, files);
        }
        refuseOthers(files.without(ParleySuites::mayBeOf));
        return own;
    }

    private List<SuiteText> converted(ImportFiles sent, SourceFiles files) {
        Format format = sent.format() == null ? recognised(files) : named(sent.format());
        return format.read(files).stream().map(Imports::text).toList();
    }

    private Format named(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ImportProblems.UNKNOWN_FORMAT.problem("format must be one of " + names(formats)));
    }

    private Format recognised(SourceFiles files) {
        List<Format> recognised = recognising(files);
        if (recognised.size() > 1) {
            throw ImportProblems.SEVERAL_FORMATS.problem(
                    "They are of %s; name the format, or send those of each apart".formatted(names(recognised)));
        }
        return recognised.stream()
                .findFirst()
                .orElseThrow(() -> ImportProblems.NOT_RECOGNISED.problem(
                        "The formats are " + names(formats) + "; name the one that these files are of"));
    }

    private void refuseOthers(SourceFiles files) {
        List<Format> others = recognising(files);
        if (!others.isEmpty()) {
            throw ImportProblems.SEVERAL_FORMATS.problem(
                    "There are suites of Parley, and files of %s; send those of each apart".formatted(names(others)));
        }
    }

    private List<Format> recognising(SourceFiles files) {
        return formats.stream().filter(format -> format.recognises(files)).toList();
    }

    private static String names(List<Format> formats) {
        return formats.stream().map(Format::name).sorted().collect(Collectors.joining(", "));
    }

    /** Over several lines, so that a suite can be read, and a mistake in it found. */
    private static SuiteText text(ForeignSuite suite) {
        return SuiteText.converted(
                suite.suite().path("name").asText(), suite.suite().toPrettyString());
    }
}
