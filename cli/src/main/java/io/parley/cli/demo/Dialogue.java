package io.parley.cli.demo;

import org.jspecify.annotations.Nullable;

/** What the demo assistant remembers of one conversation. Not thread-safe: its turns come one after the other. */
final class Dialogue {

    @Nullable City city;

    @Nullable Place place;

    /** The reference of the booking that was last spoken of. */
    @Nullable String reference;

    /** True from the wish for a table until people and time are known. */
    boolean booking;

    @Nullable Integer people;

    @Nullable String time;
}
