package io.parley.cli.runs;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The suite files that arguments name: files, folders with all that is in them, and globs that no shell has expanded. */
final class SuiteFiles {

    private static final PathMatcher IN_FOLDERS =
            FileSystems.getDefault().getPathMatcher("glob:**.parley.{yaml,yml,json}");

    private static final String WILDCARDS = "*?[{";

    private SuiteFiles() {}

    /**
     * The files, each once, those of a folder or glob by name.
     *
     * @throws PlatformException if an argument names none
     */
    static List<Path> of(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> some(argument, named(argument)).stream())
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    private static List<Path> named(String argument) {
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return within(path, IN_FOLDERS);
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        int wildcard = firstWildcard(argument);
        return wildcard < 0 ? List.of() : matching(argument, wildcard);
    }

    private static List<Path> matching(String glob, int wildcard) {
        int folderEnd = glob.lastIndexOf('/', wildcard);
        Path folder = Path.of(folderEnd < 0 ? "." : glob.substring(0, folderEnd + 1));
        String absolute = folder.toAbsolutePath().normalize() + "/" + glob.substring(folderEnd + 1);
        return Files.isDirectory(folder)
                ? within(folder, FileSystems.getDefault().getPathMatcher("glob:" + absolute))
                : List.of();
    }

    private static List<Path> within(Path folder, PathMatcher matcher) {
        try (Stream<Path> files = Files.walk(folder.toAbsolutePath().normalize())) {
            return files.filter(Files::isRegularFile)
                    .filter(matcher::matches)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    private static List<Path> some(String argument, List<Path> files) {
        if (files.isEmpty()) {
            throw new PlatformException("No suite at " + argument
                    + ". Name a suite file, a folder with files *.parley.yaml, or a glob in quotes.");
        }
        return files;
    }

    private static int firstWildcard(String argument) {
        return argument.chars()
                .filter(character -> WILDCARDS.indexOf(character) >= 0)
                .map(argument::indexOf)
                .findFirst()
                .orElse(-1);
    }
}
