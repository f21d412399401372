package io.parley.cli.up;

import io.parley.backing.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley up}: runs the platform in the foreground until Ctrl-C or {@code parley down}. */
@Command(
        name = "up",
        description = "Starts the platform on this machine and keeps it running until Ctrl-C or 'parley down'.",
        mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String DEFAULT_PORT = "8080";

    /** Beside the data once the owner's password has been shown. */
    private static final String SHOWN = "owner-shown";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = DEFAULT_PORT,
            description = "Where it is reached (default: ${DEFAULT-VALUE}; 0 takes any free port).")
    private int port;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many execution workers run (default: ${DEFAULT-VALUE}).")
    private int workers;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            run(new PlatformOptions(Checkout.root(), data.folder(), port, workers));
        } catch (AlreadyUp running) {
            out.println(running.getMessage());
        }
        return 0;
    }

    /** Ends with the process: the shutdown hook stops what was started, also when the start is interrupted. */
    private void run(PlatformOptions options) throws IOException, InterruptedException {
        Platform platform = Platform.start(options, this::say);
        CountDownLatch stopping = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            say("Stopping");
            platform.close();
            say("Stopped; the data stays in " + options.data());
            stopping.countDown();
        }));
        greet(platform, options.data());
        stopping.await();
    }

    private void greet(Platform platform, Path folder) throws IOException {
        out.println();
        out.println("  Parley is up at  " + platform.address());
        out.println("  API              " + platform.address() + "/api/docs");
        out.println("  Data and logs    " + folder);
        if (!Files.exists(folder.resolve(SHOWN))) {
            out.println("  Log in as        " + platform.owner().email());
            out.println("  with password    " + platform.owner().password() + "   (shown only this once)");
            Folders.writePrivately(folder.resolve(SHOWN), "");
        }
        out.println();
        out.println("  Stop with Ctrl-C, or with ./parley down from elsewhere.");
        out.println();
    }

    private void say(String line) {
        out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + " " + line);
    }
}
