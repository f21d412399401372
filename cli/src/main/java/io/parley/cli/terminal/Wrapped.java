package io.parley.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at blanks; words longer than a line are cut. */
public final class Wrapped {

    private Wrapped() {}

    /** At least one line, each of at most {@code width} characters. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> wrap(paragraph.strip(), width, lines));
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void wrap(String paragraph, int width, List<String> lines) {
        String rest = paragraph;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }
}
