package io.parley.cli.up;

import java.nio.file.Files;
import java.nio.file.Path;

/** The services, by the module each is built in. */
enum Module {
    AUTH("auth-service", 96),
    RUN("run-service", 192),
    VALIDATION("validation-service", 128),
    TELEMETRY("telemetry-service", 128),
    WORKER("execution-worker", 160),
    GATEWAY("gateway", 96);

    private final String folder;
    private final int heapMegabytes;

    Module(String folder, int heapMegabytes) {
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
    }

    /** The module's name, which is the service's name too; workers have a number behind it. */
    String folder() {
        return folder;
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
}
