package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;

/** Splits one output or statement into words. */
final class Lexer {

    private static final int MAX_WORDS = 1_000;
    private static final List<String> SYMBOLS = List.of(
            "===", "!==", "==", "!=", "<=", ">=", "-", "+", "*", "/", "%", "~", "<", ">", "=", "|", ".", ",", ":", "(",
            ")", "[", "]");

    private final String source;
    private final String content;
    private final int offset;
    private int at;

    private Lexer(String source, Segment segment) {
        this.source = source;
        this.content = segment.content();
        this.offset = segment.position();
    }

    /** The words, the last one being the end. */
    static List<Token> words(String source, Segment segment) {
        Lexer lexer = new Lexer(source, segment);
        List<Token> words = new ArrayList<>();
        do {
            words.add(lexer.word());
            if (words.size() > MAX_WORDS) {
                throw InvalidTemplate.at(source, segment.position(), "more than %,d words".formatted(MAX_WORDS));
            }
        } while (words.getLast().kind() != Token.Kind.END);
        return words;
    }

    private Token word() {
        while (at < content.length() && Character.isWhitespace(content.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == content.length()) {
            return new Token(Token.Kind.END, "", offset + start);
        }
        char first = content.charAt(at);
        if (first == '"' || first == '\'') {
            return new Token(Token.Kind.TEXT, quoted(first), offset + start);
        }
        if (Character.isDigit(first)) {
            return new Token(Token.Kind.NUMBER, number(), offset + start);
        }
        return Character.isJavaIdentifierStart(first)
                ? new Token(Token.Kind.NAME, name(), offset + start)
                : new Token(Token.Kind.SYMBOL, symbol(), offset + start);
    }

    private String name() {
        int start = at;
        while (at < content.length() && Character.isJavaIdentifierPart(content.charAt(at))) {
            at++;
        }
        return content.substring(start, at);
    }

    private String number() {
        int start = at;
        skipDigits();
        boolean fraction =
                at + 1 < content.length() && content.charAt(at) == '.' && Character.isDigit(content.charAt(at + 1));
        if (fraction) {
            at++;
            skipDigits();
        }
        return content.substring(start, at);
    }

    private void skipDigits() {
        while (at < content.length() && Character.isDigit(content.charAt(at))) {
            at++;
        }
    }

    private String symbol() {
        for (String symbol : SYMBOLS) {
            if (content.startsWith(symbol, at)) {
                at += symbol.length();
                return symbol;
            }
        }
        throw InvalidTemplate.at(source, offset + at, "'%s' has no meaning here".formatted(content.charAt(at)));
    }

    private String quoted(char quote) {
        int start = at;
        StringBuilder text = new StringBuilder();
        for (at++; at < content.length() && content.charAt(at) != quote; at++) {
            text.append(content.charAt(at) == '\\' ? escaped() : content.substring(at, at + 1));
        }
        if (at >= content.length()) {
            throw InvalidTemplate.at(source, offset + start, "a text begins here and has no closing " + quote);
        }
        at++;
        return text.toString();
    }

    private String escaped() {
        at++;
        if (at >= content.length()) {
            return "";
        }
        return switch (content.charAt(at)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> String.valueOf(content.charAt(at));
        };
    }
}
