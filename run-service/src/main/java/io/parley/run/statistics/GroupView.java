package io.parley.run.statistics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.parley.contracts.Counts;
import io.parley.platform.pages.Cursor;
import io.parley.run.runs.PassRate;
import org.jspecify.annotations.Nullable;

/**
 * The executions of a run whose cases have one value.
 *
 * @param value the tag, the skill, or the variable's value as text
 * @param cases how many cases have it
 * @param counts of their executions
 * @param passRate absent while nothing has passed or failed
 * @param place in the order of the groups
 */
record GroupView(
        String value,
        int cases,
        Counts counts,
        @Nullable PassRate passRate,
        @JsonIgnore Place place) {

    Cursor cursor() {
        return new Cursor(place.hash() + Place.SEPARATOR + place.start());
    }

    /**
     * Values can be of 32,768 characters, which no cursor should be.
     *
     * @param start of the value
     * @param hash of all of it
     */
    record Place(String start, String hash) {

        static final Place BEFORE_ALL = new Place("", "");
        private static final String SEPARATOR = "/";

        /** Reads the key of such a cursor; anything else is an {@link IllegalArgumentException}. */
        static Place parse(String key) {
            int separator = key.indexOf(SEPARATOR);
            if (separator < 0) {
                throw new IllegalArgumentException("no place: " + key);
            }
            return new Place(key.substring(separator + 1), key.substring(0, separator));
        }
    }
}
