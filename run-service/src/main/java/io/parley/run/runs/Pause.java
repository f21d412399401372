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
 * @param nextProbeAt when one execution is let through to see whether the target is back; absent if nothing but a person
 *     ends the pause
 */
record Pause(
        Cause cause,
        @Nullable String reason,
        @Nullable UserId by,
        Instant at,
        @Nullable Instant nextProbeAt) {

    /** What pauses runs. */
    enum Cause {
        /** Somebody asked for it; the run stays paused until somebody resumes it. */
        REQUESTED,
        /** The target could not be reached; the run goes on by itself when it can be. */
        TARGET_DOWN
    }
}
