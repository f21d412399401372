package io.parley.cli.terminal;

/**
 * How text is decorated on a terminal.
 *
 * @param colour whether ANSI escape sequences may be written
 * @param unicode whether characters beyond ASCII may be written
 */
public record Style(boolean colour, boolean unicode) {

    /** Neither colours nor characters beyond ASCII. */
    public static final Style PLAIN = new Style(false, false);

    public String bold(String text) {
        return sgr("1", text);
    }

    public String dim(String text) {
        return sgr("2", text);
    }

    public String red(String text) {
        return sgr("31", text);
    }

    public String green(String text) {
        return sgr("32", text);
    }

    public String yellow(String text) {
        return sgr("33", text);
    }

    /** Before what went well. */
    public String tick() {
        return unicode ? "✓" : "+";
    }

    /** Before what went wrong. */
    public String cross() {
        return unicode ? "✗" : "x";
    }

    /** What stands between the items of a list on one line, blanks included. */
    public String separator() {
        return dim(unicode ? " · " : " | ");
    }

    /** One column of a bar that is done. */
    public String full() {
        return unicode ? "█" : "#";
    }

    /** One column of a bar that is still to do. */
    public String empty() {
        return unicode ? "░" : ".";
    }

    private String sgr(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
