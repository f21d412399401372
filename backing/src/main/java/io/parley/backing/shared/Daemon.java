package io.parley.backing.shared;

import io.parley.backing.Backing;
import io.parley.backing.BackingException;
import io.parley.backing.Folders;
import io.parley.backing.Ports;
import io.parley.backing.ProcessId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that holds the shared servers. It outlives the test process that launched it and ends by itself, servers
 * first, when nobody uses them any more.
 */
final class Daemon {

    private static final String READY = "ready";

    private final Path folder;
    private final Users users;
    private final ProcessId me = ProcessId.of(ProcessHandle.current());

    private Daemon(Path folder) {
        this.folder = folder;
        this.users = new Users(folder);
    }

    /** Launches the process and waits until it has written its state. The caller holds the folder's lock. */
    static State launch(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Daemon.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("daemon.log").toFile())
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            if (!READY.equals(line)) {
                throw new BackingException(line == null ? "See " + folder.resolve("daemon.log") : line);
            }
        }
        return State.read(folder).orElseThrow(() -> new IOException("no state in " + folder));
    }

    public static void main(String[] arguments) throws IOException {
        new Daemon(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        Path data = folder.resolve("data-" + me);
        try (Backing backing = start(data)) {
            Runtime.getRuntime().addShutdownHook(new Thread(backing::close));
            new State(me, backing.endpoints(), backing.brokerControl()).write(folder);
            say(READY);
            while (!unneeded()) {
                users.untilGone();
            }
        }
        Folders.delete(data);
    }

    private static Backing start(Path data) {
        try {
            return Backing.start(data, Ports.free());
        } catch (BackingException e) {
            say(String.valueOf(e.getMessage()).replace('\n', ' '));
            throw e;
        }
    }

    /** Decides under the lock, so that nobody attaches to servers that are about to end. */
    private boolean unneeded() throws IOException {
        try (FileChannel channel = SharedBacking.lockFile(folder);
                FileLock lock = channel.lock()) {
            boolean unneeded = lock.isValid() && users.present().isEmpty();
            if (unneeded) {
                State.forget(folder, me);
            }
            return unneeded;
        }
    }

    /** The first line of output is how the launching process learns the outcome. */
    private static void say(String line) {
        System.out.println(line);
    }
}
