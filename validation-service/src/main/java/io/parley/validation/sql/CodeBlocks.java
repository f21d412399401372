package io.parley.validation.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of Markdown that are SQL or of no language. */
final class CodeBlocks {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})[ \\t]*(.*?)[ \\t]*");

    private CodeBlocks() {}

    /** Those with anything in them; one that is not closed is none. */
    static List<String> of(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        String open = "";
        boolean wanted = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher fence = FENCE.matcher(line);
            boolean fenced = fence.matches();
            if (open.isEmpty() && fenced) {
                open = fence.group(1);
                wanted = fence.group(2).isEmpty() || fence.group(2).equalsIgnoreCase("sql");
                block.setLength(0);
            } else if (fenced
                    && fence.group(1).startsWith(open)
                    && fence.group(2).isEmpty()) {
                if (wanted && !block.toString().isBlank()) {
                    blocks.add(block.toString().strip());
                }
                open = "";
            } else if (!open.isEmpty()) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
