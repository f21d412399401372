package io.parley.cli.up;

import io.parley.cli.up.PlatformState.ProcessState;
import java.util.Locale;

/** How one process of a platform is, as seen from outside. */
enum Health {
    /** A server that runs. */
    RUNNING,
    /** A service that says it is ready. */
    READY,
    /** A service that runs but waits for something. */
    NOT_READY,
    ENDED;

    static Health of(ProcessState process) {
        boolean runs = process.pids().stream()
                .limit(1)
                .anyMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        if (!runs) {
            return ENDED;
        }
        if (process.address() == null) {
            return RUNNING;
        }
        return Readiness.of(process.address()) ? READY : NOT_READY;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
