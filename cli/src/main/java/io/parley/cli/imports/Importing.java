package io.parley.cli.imports;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.SuiteView;
import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The import of what one argument names: a suite of Parley as it is, files of another tool together. */
public final class Importing {

    private static final Pattern NAME = Pattern.compile(".*\\.parley\\.(yaml|yml|json)");

    /** At the beginning of a line of YAML, or in an object of JSON, before anything that is nested. */
    private static final Pattern VERSION = Pattern.compile("(?m)^parley\\s*:|\\A\\s*\\{\\s*\"?parley\"?\\s*:");

    private static final Pattern SUITE_TYPES = Pattern.compile(".*\\.(yaml|yml|json)");

    private Importing() {}

    /**
     * The suites that were imported.
     *
     * @param format of another tool; null where what is in the files tells
     * @throws PlatformException if they are refused, with the file that was named
     */
    public static List<SuiteView> of(ParleyApi api, Path file, @Nullable String format) {
        try {
            return format == null && isSuite(file) ? ofSuite(api, file) : api.importFiles(format, SentFiles.of(file));
        } catch (ApiException refused) {
            throw new PlatformException(file + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + ": " + unreadable, unreadable);
        }
    }

    private static List<SuiteView> ofSuite(ParleyApi api, Path file) throws IOException {
        Map<String, String> texts = SentFiles.ofSuite(file);
        return texts.size() == 1 ? List.of(api.importSuite(Files.readString(file))) : api.importFiles(null, texts);
    }

    /** Whether it says so; a file that nobody can tell is a suite is taken for one of another tool. */
    static boolean isSuite(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file) || NAME.matcher(name).matches()) {
            return !Files.isDirectory(file);
        }
        return SUITE_TYPES.matcher(name).matches()
                && VERSION.matcher(Files.readString(file)).find();
    }
}
