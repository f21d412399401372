package io.parley.worker.templates;

import java.util.List;

/** The words of one output or statement, read one after the other. */
final class Tokens {

    private final String source;
    private final List<Token> tokens;
    private int next;

    Tokens(String source, Segment segment) {
        this.source = source;
        this.tokens = Lexer.words(source, segment);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token taken = tokens.get(next);
        if (taken.kind() != Token.Kind.END) {
            next++;
        }
        return taken;
    }

    boolean peekIs(Token.Kind kind, String text) {
        return peek().is(kind, text);
    }

    /** Takes the next word if it is this one. */
    boolean skip(Token.Kind kind, String text) {
        boolean found = peekIs(kind, text);
        if (found) {
            next++;
        }
        return found;
    }

    boolean skipName(String name) {
        return skip(Token.Kind.NAME, name);
    }

    boolean skipSymbol(String symbol) {
        return skip(Token.Kind.SYMBOL, symbol);
    }

    void requireSymbol(String symbol) {
        if (!skipSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    void requireName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String requireAnyName() {
        if (peek().kind() != Token.Kind.NAME) {
            throw unexpected("a name");
        }
        return take().text();
    }

    void requireEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("the end");
        }
    }

    InvalidTemplate unexpected(String wanted) {
        return InvalidTemplate.at(source, peek().position(), "%s where %s should be".formatted(peek(), wanted));
    }

    InvalidTemplate invalid(Token at, String message) {
        return InvalidTemplate.at(source, at.position(), message);
    }
}
