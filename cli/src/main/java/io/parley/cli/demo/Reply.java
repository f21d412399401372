package io.parley.cli.demo;

import org.jspecify.annotations.Nullable;

/**
 * What the demo assistant answers with, as its response body has it.
 *
 * @param answer a sentence, or a structure where the user asked for JSON
 * @param booking the booking the answer is about
 */
record Reply(Object answer, @Nullable Booking booking) {

    static Reply of(Object answer) {
        return new Reply(answer, null);
    }
}
