package io.parley.backing;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from a later one that got the same id.
 *
 * @param started when it started, in milliseconds since 1970
 */
public record ProcessId(long pid, long started) {

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    /** Reads what {@link #toString} wrote. */
    public static ProcessId parse(String text) {
        String[] parts = text.split("-", 2);
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(present -> startOf(present) == started);
    }

    public boolean alive() {
        return handle().isPresent();
    }

    @Override
    public String toString() {
        return pid + "-" + started;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
