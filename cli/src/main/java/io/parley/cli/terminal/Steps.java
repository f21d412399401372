package io.parley.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Work in steps, each shown with a tick and how long it took; on a terminal also while it is under way. */
public final class Steps {

    private static final int TIME_COLUMN = Terminal.WIDTH - 9;

    private final Terminal terminal;
    private final InstantSource clock;
    private volatile boolean underWay;

    /** What a step does. */
    public interface Work<T, E extends Exception> {
        T get() throws E;
    }

    public Steps(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * Does one step; its failure is shown with a cross and thrown on.
     *
     * @param what the step in a few words, such as {@code Suite imported}
     */
    public <T, E extends Exception> T step(String what, Work<T, E> work) throws E {
        Instant start = clock.instant();
        underWay = true;
        note(what);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            underWay = false;
            finish(done, what, Duration.between(start, clock.instant()));
        }
    }

    /** Says what the step under way is at; shown on a terminal only, and only while there is such a step. */
    public void note(String doing) {
        if (underWay && terminal.interactive()) {
            terminal.redraw("    " + terminal.style().dim(doing + " ..."));
        }
    }

    private void finish(boolean done, String what, Duration took) {
        Style style = terminal.style();
        String time = String.format(Locale.ROOT, "%6.1f s", took.toMillis() / 1000.0);
        String line = "  " + (done ? style.green(style.tick()) : style.red(style.cross())) + " " + what
                + " ".repeat(Math.max(1, TIME_COLUMN - 4 - what.length())) + style.dim(time);
        if (terminal.interactive()) {
            terminal.redraw(line);
            terminal.line();
        } else {
            terminal.line(line);
        }
    }
}
