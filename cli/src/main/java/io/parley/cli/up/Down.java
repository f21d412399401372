package io.parley.cli.up;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley down}: stops a platform that was started in another shell, and waits until it is gone. */
@Command(name = "down", description = "Stops the platform on this machine.", mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

    private static final int LIMIT_SECONDS = 90;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        ProcessHandle launcher = data.running().running().orElseThrow();
        CompletableFuture<ProcessHandle> gone = launcher.onExit();
        launcher.destroy();
        try {
            gone.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PlatformException(
                    "Parley (process " + launcher.pid() + ") does not stop within " + LIMIT_SECONDS
                            + " s; its logs are in " + data.folder().resolve("logs") + ".",
                    e);
        }
        System.out.println("Parley is down; its data stays in " + data.folder() + ".");
        return 0;
    }
}
