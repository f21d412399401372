package io.parley.backing.shared;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from a later one that got the same id.
 *
 * @param started when it started, in milliseconds since 1970
 */
record Known(long pid, long started) {

    static Known of(ProcessHandle process) {
        return new Known(process.pid(), startOf(process));
    }

    static Known parse(String text) {
        String[] parts = text.split("-", 2);
        return new Known(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(present -> startOf(present) == started);
    }

    boolean alive() {
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
