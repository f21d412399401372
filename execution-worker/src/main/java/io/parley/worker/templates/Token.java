package io.parley.worker.templates;

/**
 * A word of an expression.
 *
 * @param text the name, the symbol, the digits, or the text between the quotes with its escapes resolved
 * @param position where it begins in the source
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(Kind wantedKind, String wantedText) {
        return kind == wantedKind && text.equals(wantedText);
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
