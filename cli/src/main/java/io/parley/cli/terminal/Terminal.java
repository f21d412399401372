package io.parley.cli.terminal;

import java.io.PrintStream;

/**
 * What the command writes to.
 *
 * @param interactive true for a terminal, where a line can be redrawn; false for a file or a pipe
 */
public record Terminal(PrintStream out, Style style, boolean interactive) {

    /** Columns that output is laid out for, whatever the window's width. */
    public static final int WIDTH = 80;

    private static final String ERASE_LINE = "\r\u001b[2K";

    /**
     * Standard output of this process. That it is a terminal is told by whoever starts the process, with the system
     * property {@code parley.terminal}: Java 21 cannot tell. Colours are left out elsewhere, on a dumb terminal, and when
     * {@code NO_COLOR} is set (see no-color.org).
     */
    public static Terminal ofProcess() {
        boolean interactive = Boolean.getBoolean("parley.terminal") && !"dumb".equals(System.getenv("TERM"));
        String noColor = System.getenv("NO_COLOR");
        boolean colour = interactive && (noColor == null || noColor.isEmpty());
        boolean unicode = System.out.charset().newEncoder().canEncode("✓█");
        return new Terminal(System.out, new Style(colour, unicode), interactive);
    }

    public void line(String text) {
        out.println(text);
    }

    public void line() {
        out.println();
    }

    /** Replaces the line the cursor is on; on a terminal only. */
    public void redraw(String text) {
        out.print(ERASE_LINE + text);
        out.flush();
    }
}
