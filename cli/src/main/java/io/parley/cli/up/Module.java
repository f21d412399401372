package io.parley.cli.up;

import java.nio.file.Path;

/** The services, by the module each is built in. */
enum Module {
    AUTH("auth-service", "io.parley.auth.Main", 96),
    RUN("run-service", "io.parley.run.Main", 192),
    VALIDATION("validation-service", "io.parley.validation.Main", 320),
    TELEMETRY("telemetry-service", "io.parley.telemetry.Main", 128),
    WORKER("execution-worker", "io.parley.worker.Main", 160),
    GATEWAY("gateway", "io.parley.gateway.Main", 224);

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
        PackagedApp app = PackagedApp.of(root, folder);
        if (!app.isBuilt()) {
            throw new PlatformException("The service " + folder + " is not built (" + app.jar()
                    + " is missing): run ./parley up, which builds what is missing.");
        }
        return app.jar();
    }

    /** What the jar starts, as a class path. */
    String classPath(Path root) {
        return PackagedApp.of(root, folder).classPath();
    }
}
