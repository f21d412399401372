package io.parley.local.subprocess;

import io.parley.contracts.SubprocessTarget;
import io.parley.worker.BrokenOff;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that was started for one conversation. Its methods block, but for {@link #errors}. */
final class Program {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int LAST_ERRORS = 2_000;
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final SubprocessTarget target;
    private final Process process;
    private final Writer input;
    private final BufferedReader output;
    private final StringBuilder errors = new StringBuilder();
    private final CountDownLatch errorsRead = new CountDownLatch(1);

    private Program(SubprocessTarget target, Process process) {
        this.target = target;
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Fails with {@link io.parley.worker.BrokenOff} if there is no such program. */
    static Program start(SubprocessTarget target) {
        ProcessBuilder builder = new ProcessBuilder(target.command());
        builder.environment().putAll(target.environment());
        if (target.directory() != null) {
            builder.directory(new File(target.directory()));
        }
        try {
            return new Program(target, builder.start());
        } catch (IOException unusable) {
            throw SubprocessFailures.notStarted(target, unusable);
        }
    }

    /** Says a line and gives the one that answers it; fails with {@link io.parley.worker.BrokenOff} if none does. */
    String exchange(String line) throws InterruptedException {
        try {
            input.write(line + "\n");
            input.flush();
            return answer();
        } catch (IOException closed) {
            throw ended();
        }
    }

    private String answer() throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder();
        for (int character = output.read(); character != '\n'; character = output.read()) {
            if (character < 0) {
                throw ended();
            }
            if (line.length() == LONGEST_LINE) {
                throw SubprocessFailures.tooLong(target, LONGEST_LINE);
            }
            line.append((char) character);
        }
        return line.toString();
    }

    /** With all that it had to say about it. */
    private BrokenOff ended() throws InterruptedException {
        int status = process.waitFor();
        var unused = errorsRead.await(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        return SubprocessFailures.ended(target, status);
    }

    /** Reads what it writes to its standard error until that ends, so that it never waits for a reader. */
    void listenToErrors() {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            char[] part = new char[LAST_ERRORS];
            for (int length = reader.read(part); length >= 0; length = reader.read(part)) {
                append(new String(part, 0, length));
            }
        } catch (IOException ended) {
            // so has the program
        } finally {
            errorsRead.countDown();
        }
    }

    private void append(String part) {
        synchronized (errors) {
            errors.append(part);
            errors.delete(0, Math.max(0, errors.length() - LAST_ERRORS));
        }
    }

    /** The last of what it wrote to its standard error so far. */
    String errors() {
        synchronized (errors) {
            return errors.toString();
        }
    }

    /** The conversation is over: asks the program, and all that it started, to end, and makes them when they do not. */
    void end() throws InterruptedException {
        var started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends it, and all that it started, at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
