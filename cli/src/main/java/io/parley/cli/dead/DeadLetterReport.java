package io.parley.cli.dead;

import io.parley.cli.api.DeadLetter;
import io.parley.cli.api.DeadLetterQueue;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** The dead letters of one queue, for people. */
final class DeadLetterReport {

    private static final int SHOWN = 10;
    private static final String INDENT = "    ";

    private final Style style;

    DeadLetterReport(Style style) {
        this.style = style;
    }

    List<String> lines(DeadLetterQueue queue, List<DeadLetter> oldest) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold(queue.queue()) + "  " + style.red(queue.messages() + " dead"));
        for (DeadLetter letter : oldest.subList(0, Math.min(SHOWN, oldest.size()))) {
            add(
                    lines,
                    "  ",
                    letter.type() + "  " + letter.reason()
                            + (letter.publishedAt() == null ? "" : "  published " + letter.publishedAt()));
            add(lines, INDENT, letter.body());
        }
        if (queue.messages() > SHOWN) {
            lines.add("  " + style.dim("and " + (queue.messages() - SHOWN) + " younger ones"));
        }
        return lines;
    }

    private static void add(List<String> lines, String indent, String text) {
        Wrapped.lines(text, Terminal.WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
