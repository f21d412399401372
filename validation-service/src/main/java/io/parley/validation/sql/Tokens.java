package io.parley.validation.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.parser.CCJSqlParserTokenManager;
import net.sf.jsqlparser.parser.SimpleCharStream;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;

/**
 * The tokens of a text, which can be taken away. The parser looks ahead over tokens that it has, again and again and asking
 * nobody; but it goes from one to the next, and where there is no next it ends, wherever it is.
 */
final class Tokens extends CCJSqlParserTokenManager {

    private final List<Token> given = new ArrayList<>();
    private boolean taken;

    Tokens(String text) {
        super(new SimpleCharStream(new StringProvider(text)));
    }

    @Override
    public Token getNextToken() {
        Token next = super.getNextToken();
        give(next);
        return next;
    }

    /** From any thread: whoever is parsing them fails. */
    synchronized void takeAway() {
        taken = true;
        given.forEach(token -> token.next = null);
        given.clear();
    }

    private synchronized void give(Token next) {
        if (taken) {
            throw new Taken();
        }
        given.add(next);
    }

    /** There are no more tokens, since the time is over. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Taken() {
            super("the tokens were taken away", null, false, false);
        }
    }
}
