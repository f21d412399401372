package io.parley.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text broken into lines at blanks; words longer than a line are cut. Control characters become blanks, so that what a
 * stranger wrote cannot command the terminal.
 */
public final class Wrapped {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Wrapped() {}

    /** At least one line, each of at most {@code width} characters. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .forEach(paragraph ->
                        wrap(CONTROL.matcher(paragraph).replaceAll(" ").strip(), width, lines));
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
