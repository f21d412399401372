package io.parley.cli.imports;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of another tool that go to the platform: those of a folder, or one and all that it names, directly or in files that it names.
 * Only relative paths are followed, and never to what is hidden.
 */
final class SentFiles {

    private static final long LARGEST = 10 << 20;

    /** As references are written, and as the names of files stand alone. */
    private static final Pattern REFERENCE = Pattern.compile("file://([^\\s\"',\\]}#]+)"
            + "|(?<![\\w/.*-])((?:[\\w.*-]+/)*[\\w.*-]+\\.(?:csv|jsonl|json|ya?ml|txt|md|j2|js|cjs|mjs))\\b");

    /** As a case of a suite names the file of its rows. */
    private static final Pattern DATA =
            Pattern.compile("\\bdata[\"']?\\s*:\\s*[\"']?([^\\s\"',}\\]]+\\.(?:csv|jsonl))");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(csv|jsonl|json|ya?ml|txt|md|j2|js|cjs|mjs)", Pattern.CASE_INSENSITIVE);

    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[{]");
    private static final Pattern FUNCTION = Pattern.compile(":\\w+$");

    private final Map<Path, String> texts = new TreeMap<>();
    private long size;

    private SentFiles() {}

    /** Their texts by their paths, relative to the folder that all of them are in. */
    static Map<String, String> of(Path named) throws IOException {
        Path start = named.toAbsolutePath().normalize();
        if (!Files.exists(start)) {
            throw new PlatformException("Nothing at " + named + ". Name a file or a folder to import.");
        }
        SentFiles sent = new SentFiles();
        if (Files.isDirectory(start)) {
            sent.takeAll(start);
        } else {
            sent.follow(start);
        }
        return sent.relative();
    }

    /** A suite of Parley, with the files that its cases take rows of. */
    static Map<String, String> ofSuite(Path suite) throws IOException {
        Path start = suite.toAbsolutePath().normalize();
        SentFiles sent = new SentFiles();
        for (Path data : references(start, sent.take(start), DATA)) {
            sent.take(data);
        }
        return sent.relative();
    }

    private void takeAll(Path folder) throws IOException {
        for (Path file : files(folder, file -> TEXT.matcher(file.toString()).matches())) {
            take(file);
        }
        if (texts.isEmpty()) {
            throw new PlatformException("No file of a known format in " + folder + ".");
        }
    }

    private void follow(Path start) throws IOException {
        Deque<Path> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            if (!texts.containsKey(file)) {
                waiting.addAll(references(file, take(file), REFERENCE));
            }
        }
    }

    private static List<Path> references(Path file, String text, Pattern reference) {
        return reference
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .flatMap(name -> named(file.resolveSibling(".").normalize(), name))
                .toList();
    }

    private static Stream<Path> named(Path folder, String reference) {
        String path = FUNCTION.matcher(reference).replaceFirst("");
        if (path.startsWith("/")) {
            return Stream.empty();
        }
        Matcher wildcard = WILDCARDS.matcher(path);
        if (!wildcard.find()) {
            return Stream.of(folder.resolve(path).normalize()).filter(file -> isTaken(folder, file));
        }
        Path within = folder.resolve(path.substring(0, path.lastIndexOf('/', wildcard.start()) + 1))
                .normalize();
        PathMatcher glob = FileSystems.getDefault()
                .getPathMatcher("glob:" + folder.resolve(path).normalize());
        return Files.isDirectory(within) ? files(within, glob::matches).stream() : Stream.empty();
    }

    private static List<Path> files(Path folder, PathFilter filter) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isTaken(folder, file) && filter.takes(file))
                    .toList();
        } catch (IOException unreadable) {
            throw new PlatformException("Cannot read " + folder + ": " + unreadable.getMessage() + ".");
        }
    }

    private static boolean isTaken(Path folder, Path file) {
        boolean hidden = Stream.of(folder.relativize(file).toString().split("/", -1))
                .anyMatch(step -> (step.startsWith(".") && !step.equals("..")) || step.equals("node_modules"));
        return !hidden && Files.isRegularFile(file);
    }

    private String take(Path file) throws IOException {
        size += Files.size(file);
        if (size > LARGEST) {
            throw new PlatformException("The files to import are larger than 10 MiB together; name fewer.");
        }
        try {
            String text = Files.readString(file);
            texts.put(file, text);
            return text;
        } catch (MalformedInputException otherEncoding) {
            throw new PlatformException(file + " is not UTF-8.");
        }
    }

    private Map<String, String> relative() {
        Path common = texts.keySet().iterator().next().getParent();
        for (Path file : texts.keySet()) {
            while (common != null && !file.startsWith(common)) {
                common = common.getParent();
            }
        }
        Map<String, String> relative = new TreeMap<>();
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Path path = common == null ? text.getKey() : common.relativize(text.getKey());
            relative.put(path.toString().replace('\\', '/'), text.getValue());
        }
        return relative;
    }

    /** Which files of a folder are taken. */
    @FunctionalInterface
    private interface PathFilter {

        boolean takes(Path file);
    }
}
