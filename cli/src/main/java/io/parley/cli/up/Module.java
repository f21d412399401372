package io.parley.cli.up;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services, by the module each is built in. */
enum Module {
    AUTH("auth-service", "io.parley.auth.Main", 96),
    RUN("run-service", "io.parley.run.Main", 192),
    VALIDATION("validation-service", "io.parley.validation.Main", 320),
    TELEMETRY("telemetry-service", "io.parley.telemetry.Main", 128),
    WORKER("execution-worker", "io.parley.worker.Main", 160),
    GATEWAY("gateway", "io.parley.gateway.Main", 96);

    private final String folder;
    private final String mainClass;
    private final int heapMegabytes;

    Module(String folder, String mainClass, int heapMegabytes) {
        this.folder = folder;
        this.mainClass = mainClass;
        this.heapMegabytes = heapMegabytes;
    }

    /** The module's name, which is the service's name too; workers have a number behind it. */
    String folder() {
        return folder;
    }

    String mainClass() {
        return mainClass;
    }

    /** The most memory for its objects. */
    int heapMegabytes() {
        return heapMegabytes;
    }

    /**
     * The packaged service in the checkout.
     *
     * @throws PlatformException if it is not built
     */
    Path jar(Path root) {
        Path jar = root.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new PlatformException("The service " + folder + " is not built (" + jar
                    + " is missing): run ./parley up, which builds what is missing.");
        }
        return jar;
    }

    /** What the jar starts, as a class path: Quarkus' changes to libraries come before the libraries. */
    String classPath(Path root) {
        Path application = jar(root).getParent();
        return Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app/*",
                        "lib/boot/*",
                        "lib/main/*")
                .map(entry -> application + File.separator + entry)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
