package io.parley.worker.conversations;

import io.parley.worker.http.Answer;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A conversation's line to whoever answers. */
interface Dialogue {

    /**
     * Says something and waits for the answer; fails with {@link io.parley.worker.BrokenOff} when there is none.
     *
     * @param variables what templates of the target see
     * @param timeout of one try
     */
    Uni<Answer> say(String message, Scope variables, Duration timeout);
}
