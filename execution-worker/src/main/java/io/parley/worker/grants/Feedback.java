package io.parley.worker.grants;

import java.time.Duration;

/**
 * How a target took one worker's requests since it was last told.
 *
 * @param answered requests that it answered
 * @param troubled requests that it had too much of: it said so, failed itself, or gave no answer in time
 * @param time that it took for all of those that it answered
 */
record Feedback(int answered, int troubled, Duration time) {

    static final Feedback NONE = new Feedback(0, 0, Duration.ZERO);

    Feedback afterAnswer(Duration latency) {
        return new Feedback(answered + 1, troubled, time.plus(latency));
    }

    Feedback afterTrouble() {
        return new Feedback(answered, troubled + 1, time);
    }
}
