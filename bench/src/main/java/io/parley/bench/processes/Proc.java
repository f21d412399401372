package io.parley.bench.processes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code /proc} (Linux, proc(5)). A process that has just ended reads as empty. */
final class Proc {

    /** The kernel tells processes times in ticks of 1/100 s, whatever its own clock is. */
    private static final int MILLIS_PER_TICK = 10;

    private static final int BYTES_PER_KILOBYTE = 1024;
    private static final Path ROOT = Path.of("/proc");

    /** Places in {@code stat} after the command's name, from the state on. */
    private static final int PARENT = 1;

    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    private Proc() {}

    /**
     * One line of the process table.
     *
     * @param cpu in user and system mode, with that of its children that have ended
     */
    record Stat(long pid, long parent, Duration cpu) {}

    /** Every process there is. */
    static List<Stat> all() {
        List<Stat> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            folders.forEach(folder -> stat(folder).ifPresent(all::add));
            return all;
        } catch (IOException failure) {
            throw new IllegalStateException("there is no /proc to read: the benchmark needs Linux", failure);
        }
    }

    static Memory memory(long pid) {
        String rollup = read(ROOT.resolve(pid + "/smaps_rollup"));
        return new Memory(kilobytes(rollup, "Rss:"), kilobytes(rollup, "Pss:"));
    }

    /** The command's name stands in parentheses and may hold blanks and parentheses itself. */
    static Stat parse(String line) {
        long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return new Stat(pid, Long.parseLong(fields[PARENT]), Duration.ofMillis(ticks * MILLIS_PER_TICK));
    }

    private static Optional<Stat> stat(Path folder) {
        String line = read(folder.resolve("stat"));
        return line.isEmpty() ? Optional.empty() : Optional.of(parse(line));
    }

    private static long kilobytes(String rollup, String name) {
        return rollup.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KILOBYTE)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
