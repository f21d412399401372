package io.parley.validation.judges;

/** What came of asking one judge. */
sealed interface Vote {

    Juror juror();

    Spent spent();

    /**
     * It has a verdict.
     *
     * @param trusted whether it agrees with people often enough for its verdicts to count in the workspace
     */
    record Cast(Juror juror, Opinion opinion, Spent spent, boolean trusted) implements Vote {}

    /**
     * It has none.
     *
     * @param reason ends a sentence that starts with the judge
     */
    record Missing(Juror juror, String reason, Spent spent) implements Vote {}
}
