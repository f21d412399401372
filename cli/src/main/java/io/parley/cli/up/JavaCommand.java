package io.parley.cli.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a service's Java process is started: small, and quick to be ready. */
final class JavaCommand {

    private static final int COMPACT_HEADERS_SINCE = 25;

    private static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dquarkus.vertx.event-loops-pool-size=2");

    /**
     * The optimising compiler gets to work after six times as many calls as by default. What runs only while a service
     * starts no longer reaches it, which saves a quarter of the start's processor time; what is hot soon does.
     */
    private static final List<String> QUICK = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=3600",
            "-XX:Tier4CompileThreshold=90000",
            "-XX:Tier4BackEdgeThreshold=240000");

    private final Path root;
    private final List<String> extra;

    /** @param extra further options, after and so above ours */
    JavaCommand(Path root, List<String> extra) {
        this.root = root;
        this.extra = extra;
    }

    /** With the options in {@code PARLEY_JAVA_OPTS}, separated by blanks. */
    static JavaCommand in(Path root) {
        String options = System.getenv("PARLEY_JAVA_OPTS");
        return new JavaCommand(
                root,
                options == null
                        ? List.of()
                        : Stream.of(options.split("\\s+"))
                                .filter(option -> !option.isEmpty())
                                .toList());
    }

    List<String> of(Module module) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(QUICK);
        command.add("-Xmx" + module.heapMegabytes() + "m");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(extra);
        command.addAll(List.of("-jar", module.jar(root).toString()));
        return command;
    }
}
