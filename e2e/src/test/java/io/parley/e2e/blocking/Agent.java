package io.parley.e2e.blocking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged blocking check: how a JVM gets it, and what it wrote. */
final class Agent {

    private static final Path JAR = Path.of("target", "blocking-check.jar").toAbsolutePath();

    private Agent() {}

    /** Options of a JVM that is to be watched, its report going into the folder. */
    static List<String> options(Path folder) {
        return List.of("-javaagent:" + JAR + "=" + folder.toAbsolutePath(), "-XX:+AllowRedefinitionToAddDeleteMethods");
    }

    /** The first line of every report: which JVMs were watched. */
    static List<String> watched(Path folder) throws IOException {
        return reports(folder)
                .map(report -> report.lines().findFirst().orElseThrow())
                .toList();
    }

    /** What blocked, each with its stack. */
    static List<String> violations(Path folder) throws IOException {
        return reports(folder)
                .flatMap(report -> Stream.of(report.split("\n\n")).skip(1))
                .toList();
    }

    private static Stream<String> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Agent::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
