package io.parley.validation.sql;

import io.parley.validation.assertions.Quote;
import java.util.List;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.parser.feature.Feature;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Parses one text, once, until it is ended. */
final class Parsing {

    private static final int LONGEST_TOKEN = 40;
    private static final Sql NOTHING = new Sql.Mistake("it has no statement");

    private final String text;
    private Tokens tokens;
    private boolean ended;

    Parsing(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
    }

    /**
     * What the text is; the parser's full grammar takes much longer than its simple one, and is for what that refuses.
     * Fails with some exception if it is ended meanwhile, and with what the parser throws by a defect of its own.
     */
    Sql parsed() {
        if (text.isBlank()) {
            return NOTHING;
        }
        Sql simply = parsed(false);
        return simply instanceof Sql.Mistake ? parsed(true) : simply;
    }

    /** From any thread. */
    synchronized void end() {
        ended = true;
        tokens.takeAway();
    }

    private Sql parsed(boolean fully) {
        try {
            CCJSqlParser parser = new CCJSqlParser(fresh()).withFeature(Feature.allowComplexParsing, fully);
            List<Statement> statements = parser.Statements();
            return statements.isEmpty() ? NOTHING : new Sql.Statements(Kinds.of(statements));
        } catch (ParseException mistake) {
            return new Sql.Mistake(at(mistake.currentToken == null ? null : mistake.currentToken.next));
        } catch (TokenMgrException mistake) {
            return new Sql.Mistake(Quote.plain(String.valueOf(mistake.getMessage())));
        }
    }

    private synchronized Tokens fresh() {
        tokens = new Tokens(text);
        if (ended) {
            tokens.takeAway();
        }
        return tokens;
    }

    /** Where the parser had no rule to go on by, which may be before what a person sees as the mistake. */
    private static String at(@Nullable Token next) {
        return next == null || next.image.isEmpty()
                ? "it ends too early"
                : "line " + next.beginLine + ", column " + next.beginColumn + ": no SQL goes on with \""
                        + Quote.plain(next.image, LONGEST_TOKEN) + '"';
    }
}
