package io.parley.cli.local;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.up.Checkout;
import io.parley.cli.up.PackagedApp;
import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that carries out suites, for as long as one command takes. It answers what a run needs of the platform's API, to this
 * process only, and ends when this one does.
 */
public final class LocalProcess implements AutoCloseable {

    private static final Duration TO_END = Duration.ofSeconds(20);

    /** Whoever presses Ctrl-C stops the command, which then ends its run; the process must be there for that. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED", // for the model of sentences
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // for jboss-threads
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final int UNSAFE_IS_COMPLAINED_OF_SINCE = 23;

    private final Process process;
    private final ParleyApi api;

    private LocalProcess(Process process, ParleyApi api) {
        this.process = process;
        this.api = api;
    }

    /** Starts it and waits until it answers. */
    public static LocalProcess start() {
        try {
            Process process = new ProcessBuilder(command(Checkout.root()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new LocalProcess(process, api(process));
        } catch (IOException unusable) {
            throw notStarted(unusable.toString());
        }
    }

    /** As that of a platform. */
    public ParleyApi api() {
        return api;
    }

    /** It tells its address and its key as soon as it is ready. */
    private static ParleyApi api(Process process) throws IOException {
        String told = process.inputReader(StandardCharsets.UTF_8).readLine();
        int blank = told == null ? -1 : told.indexOf(' ');
        if (told == null || !told.startsWith("http://") || blank < 0) {
            process.destroy();
            throw notStarted("it told no address, but: " + told);
        }
        return ParleyApi.withKey(URI.create(told.substring(0, blank)), told.substring(blank + 1));
    }

    private static List<String> command(Path root) throws IOException {
        PackagedApp app = PackagedApp.of(root, "local");
        if (!app.isBuilt()) {
            throw new PlatformException("What carries out suites without a platform is not built (" + app.folder()
                    + " is missing): run ./parley run --local, which builds what is missing.");
        }
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (Runtime.version().feature() >= UNSAFE_IS_COMPLAINED_OF_SINCE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(classesOfEarlierStarts(root, app));
        command.addAll(List.of("-cp", app.classPath(), "io.parley.local.Main"));
        return command;
    }

    /** The first start of a build writes down which classes it used; later ones are quicker for it. */
    private static List<String> classesOfEarlierStarts(Path root, PackagedApp app) throws IOException {
        Path archive = Files.createDirectories(root.resolve("target/parley")).resolve("local.jsa");
        if (Files.exists(archive) && app.isNewerThan(archive)) {
            Files.delete(archive);
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto",
                "-Xlog:disable"); // it would be on standard output
    }

    private static PlatformException notStarted(String why) {
        return new PlatformException("What carries out suites without a platform did not start: " + why + ".");
    }

    /** Nobody speaks to it any more, which is for it to end. */
    @Override
    public void close() {
        api.close();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
