package io.parley.run.runs;

/** What a run ran out of. */
enum Shortage {
    TIME,
    TOKENS,
    COST
}
