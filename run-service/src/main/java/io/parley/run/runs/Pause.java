package io.parley.run.runs;

import io.parley.contracts.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a run is sent out for now; what is out goes on and counts.
 *
 * @param cause what paused it
 * @param reason a sentence for people, if there is one
 * @param by the person, or the owner of the key, who paused it; absent if the platform did
 */
record Pause(Cause cause, @Nullable String reason, @Nullable UserId by, Instant at) {

    /** What pauses runs. */
    enum Cause {
        /** Somebody asked for it; the run stays paused until somebody resumes it. */
        REQUESTED
    }
}
