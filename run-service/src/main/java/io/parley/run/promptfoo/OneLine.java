package io.parley.run.promptfoo;

/** Names of suites, cases and targets: one line, not too long. */
final class OneLine {

    private static final int LONGEST = 200;

    private OneLine() {}

    static String of(String text) {
        return cut(text, LONGEST);
    }

    /** With something behind it that is never cut. */
    static String of(String text, String behind) {
        return cut(text, LONGEST - behind.length()) + behind;
    }

    private static String cut(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        String cut =
                line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "…";
        return cut.isEmpty() ? "unnamed" : cut;
    }
}
