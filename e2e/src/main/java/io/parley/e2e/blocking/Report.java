package io.parley.e2e.blocking;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import reactor.blockhound.BlockingMethod;

/**
 * The violations of one JVM, in the file {@code PID.txt}: its first line says that the JVM is watched, then each
 * different violation follows with its stack, once. Adding one neither blocks nor takes a lock, since it happens on the
 * very threads that are watched.
 */
final class Report {

    private final Path file;
    private final Queue<Violation> added = new ConcurrentLinkedQueue<>();
    private final Set<String> written = new HashSet<>();
    private final Thread writer;

    private static final class Violation extends Exception {

        private static final long serialVersionUID = 1L;

        Violation(BlockingMethod call) {
            super(call + " on " + Thread.currentThread().getName());
        }
    }

    private Report(Path file) {
        this.file = file;
        this.writer = Thread.ofPlatform().name("blocking-check").daemon().unstarted(this::writeOn);
    }

    static Report start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(ProcessHandle.current().pid() + ".txt");
        Files.writeString(file, "watching " + System.getProperty("sun.java.command", "") + "\n");
        Report report = new Report(file);
        report.writer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(report::writeAdded, "blocking-check-end"));
        return report;
    }

    void add(BlockingMethod call) {
        added.add(new Violation(call));
        LockSupport.unpark(writer);
    }

    private void writeOn() {
        while (true) {
            writeAdded();
            LockSupport.park(this);
        }
    }

    private synchronized void writeAdded() {
        for (Violation next = added.poll(); next != null; next = added.poll()) {
            write(next);
        }
    }

    private void write(Violation violation) {
        StringWriter stack = new StringWriter().append('\n');
        violation.printStackTrace(new PrintWriter(stack));
        String text = stack.toString();
        if (written.add(text)) {
            try {
                Files.writeString(file, text, StandardOpenOption.APPEND);
            } catch (IOException lost) {
                throw new UncheckedIOException("a violation cannot be reported", lost);
            }
        }
    }
}
