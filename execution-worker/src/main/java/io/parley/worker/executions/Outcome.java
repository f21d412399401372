package io.parley.worker.executions;

import io.parley.contracts.Transcript;
import java.util.Locale;

/** What became of a request, as it is counted. */
enum Outcome {
    /** The conversation was held to its end. */
    HELD,
    /** The conversation broke off: the target failed. */
    BROKEN_OFF,
    /** Its run was cancelled. */
    CANCELLED,
    /** The target had no room for long: the request went to the end of the queue. */
    REQUEUED;

    static Outcome of(Transcript transcript) {
        return transcript.failure() == null ? HELD : BROKEN_OFF;
    }

    /** The value of the metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
