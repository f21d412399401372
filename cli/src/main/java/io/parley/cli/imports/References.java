package io.parley.cli.imports;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The names by which a text refers to files. In YAML and JSON they are whole values, since words of a sentence that look like the name
 * of a file are none; in other texts {@code file://} marks them.
 */
final class References {

    /** Files that are sent: texts of the kinds that formats are made of. */
    static final Pattern TEXT =
            Pattern.compile(".*\\.(csv|jsonl|json|ya?ml|txt|md|j2|js|cjs|mjs)", Pattern.CASE_INSENSITIVE);

    private static final String FILE = "file://";
    private static final Pattern TREE = Pattern.compile("(?i).*\\.(json|ya?ml)");
    private static final Pattern NAME = Pattern.compile("[\\w./*?{},\\[\\]!-]{1,1000}");

    /** Brackets belong to a name where they are closed in it; what a template would put in, nobody knows. */
    private static final Pattern MARKED =
            Pattern.compile("file://((?:\\{[^{}\\s]{0,200}}|\\[[^\\[\\]\\s]{0,200}]|[^\\s\"',\\[\\]{}#]){1,1000})");

    /** As JSON has its values, also where tabs between them keep it from being read as YAML. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:file://)?([\\w./*?-]{1,1000})\"");

    private static final Pattern FUNCTION = Pattern.compile(":\\w+$");

    private References() {}

    /** As they are written, without {@code file://} and without the function of a program that some name. */
    static Stream<String> in(Path file, String text) {
        return written(file, text)
                .map(name -> FUNCTION.matcher(name).replaceFirst(""))
                .filter(name -> TEXT.matcher(name).matches())
                .filter(name -> !name.startsWith("/") && !name.contains("{{"))
                .distinct();
    }

    private static Stream<String> written(Path file, String text) {
        try {
            return TREE.matcher(file.toString()).matches() ? values(text) : all(MARKED, text);
        } catch (YamlEngineException malformed) {
            return Stream.concat(all(MARKED, text), all(QUOTED, text));
        }
    }

    private static Stream<String> values(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Iterable<Event> events = new Parse(settings).parseString(text);
        return StreamSupport.stream(events.spliterator(), false)
                .flatMap(event -> event instanceof ScalarEvent scalar ? named(scalar.getValue()) : Stream.empty())
                .toList()
                .stream();
    }

    private static Stream<String> named(String value) {
        if (value.startsWith(FILE)) {
            return Stream.of(value.substring(FILE.length()));
        }
        return NAME.matcher(value).matches() ? Stream.of(value) : all(MARKED, value);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
