package io.parley.auth.sessions;

import io.parley.auth.tokens.Grant;
import java.util.UUID;

/** What a refresh token turned out to be that could not be spent. */
sealed interface Presented {

    /**
     * Spent a moment ago: the client did not get the answer, or sent two requests at once.
     *
     * @param successor the token that took its place, sealed
     */
    record Repeated(Grant.OfUser grant, String successor) implements Presented {}

    /** Spent long ago: the client or somebody else has a copy. */
    record Reused(UUID session) implements Presented {}

    /** Expired, or its session has ended. */
    record Worthless() implements Presented {}

    /** Good, but not for the workspace that was asked for. */
    record Elsewhere() implements Presented {}
}
