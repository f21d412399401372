package io.parley.run.imports;

import io.parley.platform.local.ForLocal;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.suites.SuiteText;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes suites of files of other tools; suites of Parley, with the files that they take rows of, stay as they are. */
@ApplicationScoped
@ForLocal
public class SuiteSources {

    private final List<Format> formats;

    SuiteSources(@All List<Format> formats) {
        this.formats = formats;
    }

    /**
     * The suites that the files hold, which is slow work for a thread of its own. What is wrong with them is a problem with all mistakes.
     *
     * @param format null where what is in the files tells
     * @param texts by path
     */
    public List<SuiteText> read(@Nullable String format, Map<String, String> texts) {
        SourceFiles files = new SourceFiles(texts);
        List<SuiteText> own = format == null ? ParleySuites.among(files) : List.of();
        if (own.isEmpty()) {
            return converted(format, files);
        }
        refuseOthers(files.without(ParleySuites::mayBeOf));
        return own;
    }

    private List<SuiteText> converted(@Nullable String name, SourceFiles files) {
        Format format = name == null ? recognised(files) : named(name);
        return format.read(files).stream().map(SuiteSources::text).toList();
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
