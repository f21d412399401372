package io.parley.cli.runs;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The suite files that arguments name: files, folders with all that is in them, and globs that no shell has expanded. */
final class SuiteFiles {

    private static final String WILDCARDS = "*?[{";
    private static final String ANY_FOLDERS = "**/";

    private static final PathMatcher IN_FOLDERS = matcher("**.parley.{yaml,yml,json}");

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
            return within(path, IN_FOLDERS::matches);
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        int wildcard = firstWildcard(argument);
        return wildcard < 0 ? List.of() : matching(argument, wildcard);
    }

    /** What is left of the first wildcard is a folder as it stands, whatever characters are in it. */
    private static List<Path> matching(String glob, int wildcard) {
        int folderEnd = glob.lastIndexOf('/', wildcard);
        Path folder = Path.of(folderEnd < 0 ? "." : glob.substring(0, folderEnd + 1));
        return Files.isDirectory(folder) ? within(folder, like(glob, glob.substring(folderEnd + 1))) : List.of();
    }

    /** Two stars and a slash stand for any folders and, as shells have it, for none. */
    private static Predicate<Path> like(String argument, String glob) {
        try {
            PathMatcher below = matcher(glob);
            PathMatcher here = matcher(glob.replace(ANY_FOLDERS, ""));
            return file -> below.matches(file) || here.matches(file);
        } catch (PatternSyntaxException invalid) {
            throw new PlatformException(argument + " is no glob: " + invalid.getDescription() + ".", invalid);
        }
    }

    /** @param wanted looks at paths from the folder on */
    private static List<Path> within(Path named, Predicate<Path> wanted) {
        Path folder = named.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new PlatformException(
                    "Cannot read the folder " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<Path> some(String argument, List<Path> files) {
        if (files.isEmpty()) {
            throw new PlatformException("No suite at " + argument
                    + ". Name a suite file, a folder with files *.parley.yaml, or a glob in quotes.");
        }
        return files;
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    private static int firstWildcard(String argument) {
        return argument.chars()
                .filter(character -> WILDCARDS.indexOf(character) >= 0)
                .map(argument::indexOf)
                .findFirst()
                .orElse(-1);
    }
}
