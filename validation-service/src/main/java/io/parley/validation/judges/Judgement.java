package io.parley.validation.judges;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a question that was asked.
 *
 * @param opinion null if the replies were no verdict
 * @param reason the opinion's, or what was wrong with the replies
 */
record Judgement(@Nullable Opinion opinion, String reason, Spent spent) {

    static Judgement of(Heard heard, Spent spent) {
        return switch (heard) {
            case Heard.Verdict verdict ->
                new Judgement(verdict.opinion(), storable(verdict.opinion().reason()), spent);
            case Heard.Malformed malformed ->
                new Judgement(null, "its replies were malformed twice, at last since " + malformed.problem(), spent);
            case Heard.Nothing nothing -> new Judgement(null, nothing.reason(), spent);
        };
    }

    Vote vote(Juror juror, boolean trusted) {
        return opinion == null ? new Vote.Missing(juror, reason, spent) : new Vote.Cast(juror, opinion, spent, trusted);
    }

    /** PostgreSQL's texts know no U+0000, and JSON does. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
