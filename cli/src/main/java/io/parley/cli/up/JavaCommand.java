package io.parley.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a service's Java process is started: small, and quick to be ready. */
final class JavaCommand {

    private static final int COMPACT_HEADERS_SINCE = 25;
    private static final int RECORDINGS_SINCE = 25;
    private static final String RECORDINGS = "target/parley";

    private static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED", // for the model of sentences, and netty's transports
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // for jboss-threads, as the launcher's manifest has it
            "-Dquarkus.vertx.event-loops-pool-size=2",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /**
     * The optimising compiler gets to work after six times as many calls as by default. What runs only while a service
     * starts no longer reaches it, which saves a quarter of the start's processor time; what is hot soon does.
     */
    private static final List<String> QUICK = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=3600",
            "-XX:Tier4CompileThreshold=90000",
            "-XX:Tier4BackEdgeThreshold=240000");

    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final Duration TO_STOP_AND_WRITE = Duration.ofMinutes(3);

    private final Path root;
    private final boolean recording;
    private final List<String> extra;

    /** @param extra further options, after and so above ours */
    JavaCommand(Path root, boolean recording, List<String> extra) {
        this.root = root;
        this.recording = recording;
        this.extra = extra;
    }

    /** With the options in {@code PARLEY_JAVA_OPTS}, separated by blanks. */
    static JavaCommand in(Path root) {
        String options = System.getenv("PARLEY_JAVA_OPTS");
        return new JavaCommand(
                root,
                false,
                options == null
                        ? List.of()
                        : Stream.of(options.split("\\s+"))
                                .filter(option -> !option.isEmpty())
                                .toList());
    }

    /** A service that writes down, when it stops, which classes it used and how, for later starts. */
    static JavaCommand recording(Path root) {
        try {
            Files.createDirectories(root.resolve(RECORDINGS));
        } catch (IOException unwritable) {
            throw new PlatformException("The folder " + root.resolve(RECORDINGS) + " cannot be made.", unwritable);
        }
        return new JavaCommand(root, true, List.of());
    }

    /** Whether this Java can record, and start by what was recorded. */
    static boolean canRecord() {
        return Runtime.version().feature() >= RECORDINGS_SINCE;
    }

    List<String> of(Module module) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add("-Xmx" + module.heapMegabytes() + "m");
        if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(recording ? recorded(module, "-XX:AOTCacheOutput=") : started(module));
        return command;
    }

    /** How long a service may take to stop: one that records has much to write. */
    Duration stopLimit() {
        return recording ? TO_STOP_AND_WRITE : TO_STOP;
    }

    private List<String> started(Module module) {
        List<String> options = new ArrayList<>(QUICK);
        if (extra.isEmpty() && canRecord() && isUpToDate(module)) {
            options.addAll(recorded(module, "-XX:AOTCache="));
        } else {
            options.addAll(extra);
            options.addAll(List.of("-jar", module.jar(root).toString()));
        }
        return options;
    }

    /** A recording knows the classes of a class path only, and not those that Quarkus' own launcher would load. */
    private List<String> recorded(Module module, String option) {
        return List.of(option + recording(module), "-cp", module.classPath(root), module.mainClass());
    }

    private Path recording(Module module) {
        return root.resolve(RECORDINGS).resolve(module.folder() + ".aot");
    }

    /** A recording of another build would be refused, with a warning at every start. */
    private boolean isUpToDate(Module module) {
        try {
            return Files.exists(recording(module))
                    && Files.getLastModifiedTime(recording(module))
                                    .compareTo(Files.getLastModifiedTime(module.jar(root)))
                            > 0;
        } catch (IOException unreadable) {
            throw new PlatformException("The file " + recording(module) + " cannot be read.", unreadable);
        }
    }
}
