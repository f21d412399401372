package io.parley.run.imports;

import io.parley.run.foreign.SourceFiles;
import io.parley.run.suites.SuiteText;
import java.util.List;
import java.util.regex.Pattern;

/** Suites of Parley itself among files: they need no conversion, and take their rows of the other files. */
final class ParleySuites {

    private static final Pattern TYPES = Pattern.compile(".*\\.(yaml|yml|json)");

    /** At the beginning of a line of YAML, or as the first name in an object of JSON. */
    private static final Pattern VERSION = Pattern.compile("(?m)^parley\\s*:|\\A\\s*\\{\\s*\"?parley\"?\\s*:");

    private ParleySuites() {}

    static List<SuiteText> among(SourceFiles files) {
        return files.texts().entrySet().stream()
                .filter(file -> TYPES.matcher(file.getKey()).matches()
                        && VERSION.matcher(file.getValue()).find())
                .map(file -> new SuiteText(file.getValue(), files.seenFrom(file.getKey())))
                .toList();
    }
}
