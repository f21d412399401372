package io.parley.run.imports;

import io.parley.run.foreign.SourceFiles;
import io.parley.run.suites.SuiteText;
import java.util.List;
import java.util.regex.Pattern;

/** Suites of Parley itself among files: they need no conversion, and take their rows of the other files. */
final class ParleySuites {

    private static final Pattern TYPES = Pattern.compile(".*\\.(yaml|yml|json)");

    private static final Pattern ROWS = Pattern.compile(".*\\.(csv|jsonl)");

    /** At the beginning of a line of YAML, or as the first name in an object of JSON. */
    private static final Pattern VERSION = Pattern.compile("(?m)^parley\\s*:|\\A\\s*\\{\\s*\"?parley\"?\\s*:");

    private ParleySuites() {}

    static List<SuiteText> among(SourceFiles files) {
        return files.texts().entrySet().stream()
                .filter(file -> isSuite(file.getKey(), file.getValue()))
                .map(file -> SuiteText.among(files, file.getKey()))
                .toList();
    }

    /** Whether a file is a suite, or may hold rows of one. */
    static boolean mayBeOf(String path, String text) {
        return ROWS.matcher(path).matches() || isSuite(path, text);
    }

    private static boolean isSuite(String path, String text) {
        return TYPES.matcher(path).matches() && VERSION.matcher(text).find();
    }
}
