package io.parley.validation.structure;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Quote;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Reads HTML tag by tag, each character once, up to the first mistake. */
final class Html {

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;
    private int foreignDepth;
    private boolean hasElement;

    private Html(String text) {
        this.text = text;
    }

    /** What is wrong with the text as HTML; nothing if it is fine. */
    static Optional<String> mistake(String text, Effort effort) {
        effort.spend(text.length());
        try {
            new Html(text).read();
            return Optional.empty();
        } catch (NotHtml mistake) {
            return Optional.of(String.valueOf(mistake.getMessage()));
        }
    }

    private void read() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            words(tag < 0 ? text.length() : tag);
            if (tag >= 0) {
                markup();
            }
        }
        if (!hasElement) {
            throw new NotHtml("it has no element");
        }
        open.stream()
                .filter(name -> !HtmlElements.mayStayOpen(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new NotHtml("<" + name + "> is not closed");
                });
    }

    private void words(int end) {
        String words = text.substring(at, end);
        if (open.isEmpty() && !words.isBlank()) {
            throw new NotHtml("words stand outside of elements, " + Quote.of(words.strip()));
        }
        at = end;
    }

    private void markup() {
        if (text.startsWith("<!--", at)) {
            skip("-->", "a comment");
        } else if (text.regionMatches(true, at, "<!doctype", 0, 9)) {
            skip(">", "the DOCTYPE");
        } else if (text.startsWith("</", at)) {
            at += 2;
            close(name());
            skip(">", "a tag");
        } else {
            at++;
            start(name());
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamed(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            throw new NotHtml("a < starts no tag; in words it is written &lt;");
        }
        return name;
    }

    private void start(String name) {
        boolean foreign = foreignDepth > 0;
        if (!foreign && !HtmlElements.isKnown(name)) {
            throw new NotHtml("there is no element <" + Quote.plain(name) + ">");
        }
        boolean closed = attributes();
        hasElement = true;
        if (HtmlElements.isRaw(name)) {
            raw(name);
        } else if (!HtmlElements.isVoid(name) && !(closed && (foreign || HtmlElements.isForeign(name)))) {
            open.push(name);
            foreignDepth += HtmlElements.isForeign(name) ? 1 : 0;
        }
    }

    /** Goes past them, and tells whether the tag ends with a slash. */
    private boolean attributes() {
        while (at < text.length() && text.charAt(at) != '>') {
            char character = text.charAt(at);
            at++;
            if (character == '"' || character == '\'') {
                skip(String.valueOf(character), "an attribute");
            }
        }
        if (at >= text.length()) {
            throw new NotHtml("a tag does not end");
        }
        at++;
        return text.charAt(at - 2) == '/';
    }

    /** What stands in it is no HTML. */
    private void raw(String name) {
        int end = at;
        while (end >= 0 && !text.regionMatches(true, end, "</" + name, 0, name.length() + 2)) {
            end = text.indexOf("</", end + 1);
        }
        if (end < 0) {
            throw new NotHtml("<" + name + "> is not closed");
        }
        at = end;
        skip(">", "a tag");
    }

    private void close(String name) {
        if (HtmlElements.isVoid(name)) {
            throw new NotHtml("<" + name + "> has no end tag");
        }
        while (!open.isEmpty() && !open.peek().equals(name) && HtmlElements.mayStayOpen(open.peek())) {
            open.pop();
        }
        if (open.isEmpty()) {
            throw new NotHtml("</" + Quote.plain(name) + "> closes nothing");
        }
        if (!open.peek().equals(name)) {
            throw new NotHtml("</" + Quote.plain(name) + "> stands where <" + open.peek() + "> is to be closed");
        }
        open.pop();
        foreignDepth -= HtmlElements.isForeign(name) ? 1 : 0;
    }

    private void skip(String end, String what) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw new NotHtml(what + " does not end");
        }
        at = found + end.length();
    }

    private static boolean isNamed(char character) {
        return isLetter(character) || (character >= '0' && character <= '9') || "-:_.".indexOf(character) >= 0;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** The first mistake ends the reading. */
    private static final class NotHtml extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotHtml(String mistake) {
            super(mistake, null, false, false);
        }
    }
}
