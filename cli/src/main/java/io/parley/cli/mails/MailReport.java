package io.parley.cli.mails;

import io.parley.cli.api.MailView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** One mail, for people. */
final class MailReport {

    private final Style style;

    MailReport(Style style) {
        this.style = style;
    }

    List<String> lines(MailView mail) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold(mail.subject()));
        add(lines, "  ", "to " + mail.to() + "  " + mail.createdAt());
        add(lines, "    ", mail.text());
        return lines;
    }

    private static void add(List<String> lines, String indent, String text) {
        Wrapped.lines(text, Terminal.WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
