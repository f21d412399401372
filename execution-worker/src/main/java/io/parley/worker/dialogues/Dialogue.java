package io.parley.worker.dialogues;

import io.parley.worker.answers.Answer;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation's line to whoever answers. Used by one turn at a time. */
@FunctionalInterface
public interface Dialogue {

    /**
     * Says something and waits for the answer; fails with {@link io.parley.worker.BrokenOff} when there is none, or with
     * {@link io.parley.worker.templates.InvalidTemplate}.
     *
     * @param variables what templates of the target see besides message, conversation and secrets
     * @param timeout of one try
     */
    Uni<Answer> say(String message, Scope variables, Duration timeout);

    /** The target's setting for what it reports beside its words, for the transcript; null if it has none. */
    default @Nullable Map<String, String> reports() {
        return null;
    }

    /**
     * Everything was said that the case says; fails with {@link io.parley.worker.BrokenOff} where that cannot be all of the
     * conversation.
     */
    default void end() {}

    /** The conversation is over: whatever is held open for it is given up. */
    default void close() {}
}
