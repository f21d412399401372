package io.parley.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One server process of ours: it can be started, stopped in good order, killed, and started again on the same data and
 * port. It ends with this process. Safe for use by several threads; every method waits until it is done.
 */
public abstract class Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int LINES_OF_LOG = 8;

    private final String name;
    private final Path log;
    private @Nullable Process process;

    /**
     * @param name its name in messages
     * @param log the file that its output is added to
     */
    protected Server(String name, Path log) {
        this.name = name;
        this.log = log;
    }

    /** The server's name in messages and in {@code parley logs NAME}. */
    public String name() {
        return name;
    }

    /** The file with everything the server said. */
    public Path log() {
        return log;
    }

    /**
     * Starts the server unless it runs, and waits until it answers.
     *
     * @throws BackingException if it ends instead, or does not answer in 90 seconds; then it does not run
     */
    public void start() {
        try {
            waitUntilReady(runningProcess());
        } catch (IOException e) {
            throw new BackingException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    private synchronized Process runningProcess() throws IOException {
        if (process == null || !process.isAlive()) {
            prepare();
            ProcessBuilder builder = command().redirectErrorStream(true).redirectOutput(appending());
            builder.command(asUser(Spawner.bound(builder.command(), end())));
            process = Spawner.start(builder);
        }
        return process;
    }

    /** Stops the server in good order; kills it when that takes longer than {@link #stopLimit()}. */
    public synchronized void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = family(process);
        signal(process);
        waitFor(process, stopLimit());
        end(family);
    }

    /** Ends the server and all its processes at once, as a power cut would. */
    public synchronized void kill() {
        if (process != null) {
            end(family(process));
        }
    }

    public synchronized boolean running() {
        return process != null && process.isAlive();
    }

    /** The ids of the server's processes, its main process first; none when it does not run. */
    public synchronized List<Long> pids() {
        return running() && process != null
                ? family(process).stream().map(ProcessHandle::pid).toList()
                : List.of();
    }

    /**
     * Completes with the exit code when the server's present process ends, for whatever reason; is complete when it has
     * ended already.
     */
    public synchronized CompletableFuture<Integer> ended() {
        return process == null
                ? CompletableFuture.completedFuture(0)
                : process.onExit().thenApply(Process::exitValue);
    }

    /** Makes folders, files and data that must be there before the process starts. */
    protected abstract void prepare() throws IOException;

    protected abstract ProcessBuilder command();

    /** The command with what makes it run as another user, if it must. */
    protected List<String> asUser(List<String> command) {
        return command;
    }

    /** The signal that ends the server quickly and in good order. */
    protected abstract Spawner.End end();

    /** Whether the server answers; called again and again while it starts. */
    protected abstract boolean ready() throws IOException;

    /** How long to wait before asking again whether the server answers. */
    protected Duration interval() {
        return INTERVAL;
    }

    /** How long the server may take to stop in good order: 20 seconds, unless a subclass knows of more to do. */
    protected Duration stopLimit() {
        return STOP_LIMIT;
    }

    private void waitUntilReady(Process started) throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready()) {
            if (waitFor(started, interval())) {
                throw new BackingException(name + " ended while it started. Its log " + log + " ends with:\n" + tail());
            }
            if (System.nanoTime() > limit) {
                stop();
                throw new BackingException(name + " does not answer after " + START_LIMIT.toSeconds() + " s. Its log "
                        + log + " ends with:\n" + tail());
            }
        }
    }

    private void signal(Process running) {
        if (end() == Spawner.End.TERM) {
            running.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + end().name(), Long.toString(running.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroy();
        }
    }

    private static void end(List<ProcessHandle> family) {
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private ProcessBuilder.Redirect appending() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }

    private String tail() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    private static List<ProcessHandle> family(Process parent) {
        return Stream.concat(Stream.of(parent.toHandle()), parent.descendants()).toList();
    }

    private static boolean waitFor(Process ending, Duration atMost) {
        try {
            return ending.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("interrupted while waiting for a server", e);
        }
    }
}
