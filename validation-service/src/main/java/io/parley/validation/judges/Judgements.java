package io.parley.validation.judges;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What judges said, and what it cost. */
interface Judgements {

    /**
     * What was said to the same question for this execution and attempt, or lately for another if the model's answers are
     * reused, which costs nothing.
     */
    Uni<Optional<Judgement>> recall(Inquest inquest);

    /** Whether it is the first for this question, execution and attempt; if not, it is neither stored nor counted. */
    Uni<Boolean> record(Inquest inquest, Judgement judgement);

    /** What the run has spent on the model so far. */
    Uni<Spent> spent(Inquest inquest);
}
