package io.parley.cli.runs;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Terminal;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Ctrl-C does while runs are under way: the run is cancelled, and the process ends with {@value #STOPPED}. */
final class Interruption implements AutoCloseable {

    static final int STOPPED = 3;

    private final ParleyApi api;
    private final Terminal terminal;
    private final Thread hook = new Thread(this::stop, "interruption");
    private @Nullable UUID underWay;

    private Interruption(ParleyApi api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    static Interruption watch(ParleyApi api, Terminal terminal) {
        Interruption interruption = new Interruption(api, terminal);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Starts a run; who interrupts that waits until it is known which run is to be cancelled. */
    synchronized RunView start(Supplier<RunView> starting) {
        RunView started = starting.get();
        underWay = started.id();
        return started;
    }

    synchronized void ended() {
        underWay = null;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the hook is at work, and ends the process
        }
    }

    private synchronized void stop() {
        UUID run = underWay;
        if (run != null) {
            terminal.line();
            terminal.line(cancelled(run));
        }
        Runtime.getRuntime().halt(STOPPED);
    }

    private String cancelled(UUID run) {
        try {
            api.cancel(run);
            return "  Stopped: run " + run + " is cancelled.";
        } catch (ApiException failure) {
            return "  Stopped, but run " + run + " could not be cancelled: " + failure.getMessage();
        }
    }
}
