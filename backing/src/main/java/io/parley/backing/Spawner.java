package io.parley.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Starts processes that end with this one, however it ends.
 *
 * <p>Where the system has {@code setpriv}, the kernel signals a child when the thread that started it is gone, so also
 * after {@code kill -9}. Therefore all children are started by one thread that lives as long as the process. With
 * {@code setsid} a Ctrl-C at the terminal reaches this process only, which then stops its children in order.
 */
public final class Spawner {

    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("parent-of-children").factory());

    private Spawner() {}

    /** The signal that asks a program to end in good order. */
    public enum End {
        TERM,
        INT
    }

    /**
     * The command that runs another so that it is asked to end when its parent is gone. Nothing that changes the user may
     * stand between the two: the kernel then forgets about the parent.
     */
    static List<String> bound(List<String> command, End end) {
        List<String> whole = new ArrayList<>();
        tool("setpriv").ifPresent(setpriv -> whole.addAll(List.of(setpriv, "--pdeathsig", end.name())));
        whole.addAll(command);
        return whole;
    }

    /** Starts the process with the one thread that never ends as its parent. */
    static Process start(ProcessBuilder builder) throws IOException {
        List<String> command = new ArrayList<>();
        tool("setsid").ifPresent(command::add);
        command.addAll(builder.command());
        builder.command(command);
        return await(PARENT.submit(builder::start));
    }

    /** The path of a program of the system, if it is installed. */
    static Optional<String> tool(String name) {
        return Stream.of("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")
                .map(folder -> folder + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static Process await(Future<Process> starting) throws IOException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a process", e);
        }
    }
}
