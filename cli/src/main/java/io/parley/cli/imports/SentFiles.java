package io.parley.cli.imports;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files of another tool that go to the platform: those of a folder, or one and all that it names, directly or in files that it names.
 * Only relative paths are followed, to texts in the folder of the first file and below it, and never to what is hidden.
 */
final class SentFiles {

    private static final long LARGEST = 10 << 20;

    /** As a case of a suite names the file of its rows. */
    private static final Pattern DATA =
            Pattern.compile("\\bdata[\"']?\\s*:\\s*[\"']?([^\\s\"',}\\]]+\\.(?:csv|jsonl))");

    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[{]");

    private final Path root;
    private final Map<Path, String> texts = new TreeMap<>();
    private long size;

    /** @param root nothing that is outside of this folder, or hidden in it, is sent */
    private SentFiles(Path root) {
        this.root = root;
    }

    /** Their texts by their paths, relative to the folder that all of them are in. */
    static Map<String, String> of(Path named) throws IOException {
        Path start = named.toAbsolutePath().normalize();
        if (!Files.exists(start)) {
            throw new PlatformException("Nothing at " + named + ". Name a file or a folder to import.");
        }
        boolean folder = Files.isDirectory(start);
        SentFiles sent =
                new SentFiles(folder ? start : start.resolveSibling(".").normalize());
        if (folder) {
            sent.takeAll();
        } else {
            sent.follow(start);
        }
        return sent.relative();
    }

    /** A suite of Parley, with the files that its cases take rows of. */
    static Map<String, String> ofSuite(Path suite) throws IOException {
        Path start = suite.toAbsolutePath().normalize();
        SentFiles sent = new SentFiles(start.resolveSibling(".").normalize());
        Stream<String> names = DATA.matcher(sent.take(start)).results().map(found -> found.group(1));
        for (Path data : sent.named(start, names.distinct())) {
            sent.take(data);
        }
        return sent.relative();
    }

    private void takeAll() throws IOException {
        for (Path file : files(root, file -> true)) {
            take(file);
        }
        if (texts.isEmpty()) {
            throw new PlatformException("No file of a known format in " + root + ".");
        }
    }

    private void follow(Path start) throws IOException {
        Deque<Path> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            if (!texts.containsKey(file)) {
                waiting.addAll(named(file, References.in(file, take(file))));
            }
        }
    }

    private List<Path> named(Path file, Stream<String> names) {
        Path folder = file.resolveSibling(".").normalize();
        return names.flatMap(name -> named(folder, name)).toList();
    }

    private Stream<Path> named(Path folder, String name) {
        try {
            Path path = folder.resolve(name).normalize();
            Matcher wildcard = WILDCARDS.matcher(name);
            return isTaken(path) || !wildcard.find()
                    ? Stream.of(path).filter(this::isTaken)
                    : matching(path, folder.resolve(name.substring(0, name.lastIndexOf('/', wildcard.start()) + 1)));
        } catch (InvalidPathException | PatternSyntaxException noName) {
            return Stream.empty(); // the platform says that the file is missing
        }
    }

    /** @param within the folder that no wildcard stands in */
    private Stream<Path> matching(Path path, Path within) {
        if (!path.startsWith(root) || !Files.isDirectory(within)) {
            return Stream.empty();
        }
        PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + root.relativize(path));
        return files(within.normalize(), file -> glob.matches(root.relativize(file))).stream();
    }

    private List<Path> files(Path folder, PathFilter filter) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isTaken(file) && filter.takes(file)).toList();
        } catch (IOException unreadable) {
            throw new PlatformException("Cannot read " + folder + ": " + unreadable.getMessage() + ".");
        }
    }

    private boolean isTaken(Path file) {
        if (!file.startsWith(root) || !References.TEXT.matcher(file.toString()).matches()) {
            return false;
        }
        boolean hidden = Stream.of(root.relativize(file).toString().split("/", -1))
                .anyMatch(step -> step.startsWith(".") || step.equals("node_modules"));
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
