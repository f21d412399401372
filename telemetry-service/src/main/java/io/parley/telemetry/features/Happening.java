package io.parley.telemetry.features;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What features need of an event.
 *
 * @param text the payload's {@code text}, if it has one
 * @param item the payload's {@code item}, if it has one
 * @param correct the payload's {@code correct}
 */
public record Happening(
        String type,
        Instant at,
        @Nullable String text,
        @Nullable String item,
        boolean correct) {

    boolean is(String otherType) {
        return type.equals(otherType);
    }

    /** Whether the subject asks for something. */
    boolean isRequest() {
        return is(Vocabulary.USER_MESSAGE) || is(Vocabulary.USER_CORRECTION);
    }
}
