package io.parley.validation.sql;

import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.parley.validation.limits.LimitedThreads;
import io.parley.validation.limits.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jboss.logging.Logger;

/** Parses texts as SQL, many at a time, and gives up on those that take too long. */
@Singleton
final class SqlParser implements Source<SqlText, Sql> {

    /** Of a processor's time. */
    static final Duration OF_A_TEXT = Duration.ofMillis(500);

    /** Of more, the parser makes hundreds of megabytes. */
    static final int LONGEST = 100_000;

    private static final Logger LOG = Logger.getLogger(SqlParser.class);

    private final LimitedThreads threads;

    SqlParser(Vertx vertx) {
        this.threads = new LimitedThreads("parley-sql", vertx);
    }

    @PreDestroy
    void stop() {
        threads.stop();
    }

    @Override
    public Class<SqlText> answers() {
        return SqlText.class;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Uni<Map<SqlText, Answer<Sql>>> answer(Collection<SqlText> needs) {
        return threads.answer(needs, SqlText::execution, this::answer, "the answers that should be SQL");
    }

    private Answer<Sql> answer(SqlText text) {
        if (text.text().length() > LONGEST) {
            return new Answer.Unknown<>("what should be SQL is longer than %,d characters".formatted(LONGEST));
        }
        Parsing parsing = new Parsing(text.text());
        Watch watch = threads.watch(OF_A_TEXT, parsing::end);
        try {
            Sql parsed = parsing.parsed();
            return watch.end() ? late() : new Answer.Known<>(parsed);
        } catch (StackOverflowError deep) {
            return new Answer.Unknown<>("what should be SQL is nested too deeply to be parsed");
        } catch (RuntimeException ended) {
            return watch.end() ? late() : defect(ended);
        } finally {
            watch.end();
        }
    }

    private static Answer<Sql> late() {
        return new Answer.Unknown<>(
                "what should be SQL takes longer than " + OF_A_TEXT.toMillis() + " ms to be parsed");
    }

    private static Answer<Sql> defect(RuntimeException defect) {
        LOG.errorf(defect, "message=\"a text could not be parsed as SQL\"");
        return new Answer.Unknown<>("what should be SQL could not be parsed, by a defect of the parser");
    }
}
