package io.parley.validation.sql;

import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of Markdown that are SQL or of no language. Found in one pass, however many characters the text has. */
final class CodeBlocks {

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private Fence open = Fence.NONE;

    private CodeBlocks() {}

    /** Those with anything in them; one that is not closed is none. */
    static List<String> of(String text) {
        CodeBlocks found = new CodeBlocks();
        text.lines().forEach(found::read);
        return found.blocks;
    }

    private void read(String line) {
        Fence fence = Fence.of(line);
        if (!open.isThere()) {
            open = fence;
            block.setLength(0);
        } else if (fence.closes(open)) {
            close();
        } else {
            block.append(line).append('\n');
        }
    }

    private void close() {
        String content = block.toString().strip();
        if (open.isOfSql() && !content.isEmpty()) {
            blocks.add(content);
        }
        open = Fence.NONE;
    }

    /**
     * A line that begins a block or ends one.
     *
     * @param marks backticks or tildes, three or more; empty in a line of another kind
     * @param language what stands behind them
     */
    private record Fence(String marks, String language) {

        static final Fence NONE = new Fence("", "");

        private static final int FEWEST = 3;
        private static final int DEEPEST = 3;

        static Fence of(String line) {
            int start = 0;
            while (start < DEEPEST && start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            int end = start;
            while (end < line.length() && isMark(line.charAt(end)) && line.charAt(end) == line.charAt(start)) {
                end++;
            }
            return end - start < FEWEST
                    ? NONE
                    : new Fence(line.substring(start, end), line.substring(end).strip());
        }

        private static boolean isMark(char character) {
            return character == '`' || character == '~';
        }

        boolean isThere() {
            return !marks.isEmpty();
        }

        boolean isOfSql() {
            return language.isEmpty() || language.equalsIgnoreCase("sql");
        }

        boolean closes(Fence opening) {
            return marks.startsWith(opening.marks) && language.isEmpty();
        }
    }
}
