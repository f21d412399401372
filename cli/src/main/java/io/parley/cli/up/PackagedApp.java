package io.parley.cli.up;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the build of a module left behind.
 *
 * @param folder that its jars are in
 */
public record PackagedApp(Path folder) {

    /** The app of a module in the checkout; it may be missing. */
    public static PackagedApp of(Path root, String module) {
        return new PackagedApp(root.resolve(module).resolve("target/quarkus-app"));
    }

    /** The jar that starts it. */
    Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    public boolean isBuilt() {
        return Files.isRegularFile(jar());
    }

    /** Whether it was built after a file was written. */
    public boolean isNewerThan(Path file) throws IOException {
        return Files.getLastModifiedTime(jar()).compareTo(Files.getLastModifiedTime(file)) > 0;
    }

    /** What the jar starts, as a class path: Quarkus' changes to libraries come before the libraries. */
    public String classPath() {
        return Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app/*",
                        "lib/boot/*",
                        "lib/main/*")
                .map(entry -> folder + File.separator + entry)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
