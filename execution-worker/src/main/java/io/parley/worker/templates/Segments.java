package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a template into text, outputs and statements; comments and trimmed space are gone afterwards. */
final class Segments {

    private static final Pattern RAW_END = Pattern.compile("\\{%-?\\s*endraw\\s*-?%}");

    private final String source;
    private final List<Segment> segments = new ArrayList<>();
    private int position;
    private boolean trimNext;

    private Segments(String source) {
        this.source = source;
    }

    static List<Segment> of(String source) {
        Segments splitting = new Segments(source);
        while (splitting.position < source.length()) {
            splitting.advance();
        }
        return splitting.segments;
    }

    private void advance() {
        int open = nextOpening();
        boolean trimmed = open + 2 < source.length() && source.charAt(open + 2) == '-';
        addText(source.substring(position, open), trimmed);
        if (open == source.length()) {
            position = open;
            return;
        }
        switch (source.charAt(open + 1)) {
            case '#' -> skipComment(close(open, "#}"));
            case '{' -> addCode(Segment.Kind.OUTPUT, open, trimmed, close(open, "}}"));
            default -> addCode(Segment.Kind.STATEMENT, open, trimmed, close(open, "%}"));
        }
    }

    private int nextOpening() {
        int brace = source.indexOf('{', position);
        while (brace >= 0 && brace + 1 < source.length()) {
            if ("{%#".indexOf(source.charAt(brace + 1)) >= 0) {
                return brace;
            }
            brace = source.indexOf('{', brace + 1);
        }
        return source.length();
    }

    private void addText(String text, boolean trimmedByNext) {
        String left = trimNext ? text.stripLeading() : text;
        String kept = trimmedByNext ? left.stripTrailing() : left;
        if (!kept.isEmpty()) {
            segments.add(new Segment(Segment.Kind.TEXT, kept, position));
        }
        trimNext = false;
    }

    private void skipComment(int end) {
        trimNext = source.charAt(end - 3) == '-';
        position = end;
    }

    private void addCode(Segment.Kind kind, int open, boolean trimmed, int end) {
        int from = open + (trimmed ? 3 : 2);
        int to = end - 2;
        trimNext = to > from && source.charAt(to - 1) == '-';
        String content = source.substring(from, Math.max(from, trimNext ? to - 1 : to));
        position = end;
        if (kind == Segment.Kind.STATEMENT && content.strip().equals("raw")) {
            addRaw(open);
        } else {
            segments.add(new Segment(kind, content, from));
        }
    }

    private void addRaw(int open) {
        Matcher end = RAW_END.matcher(source);
        if (!end.find(position)) {
            throw InvalidTemplate.at(source, open, "{% raw %} has no {% endraw %}");
        }
        segments.add(new Segment(Segment.Kind.TEXT, source.substring(position, end.start()), position));
        position = end.end();
    }

    /** Where the delimiter that closes ends; one inside a quoted text closes nothing. */
    private int close(int open, String delimiter) {
        char quote = 0;
        for (int index = open + 2; index < source.length(); index++) {
            char character = source.charAt(index);
            if (quote != 0) {
                if (character == '\\') {
                    index++;
                } else if (character == quote) {
                    quote = 0;
                }
            } else if (source.startsWith(delimiter, index)) {
                return index + delimiter.length();
            } else if (delimiter.charAt(0) != '#' && (character == '"' || character == '\'')) {
                quote = character;
            }
        }
        throw InvalidTemplate.at(
                source, open, "'%s' has no '%s'".formatted(source.substring(open, open + 2), delimiter));
    }
}
