package io.parley.telemetry.pages;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The conditions of one query. A condition that is not asked for is not in its text, so that the planner sees the index. */
public final class Conditions {

    private final StringBuilder text = new StringBuilder();
    private final Tuple values = Tuple.tuple();

    /** Adds a condition on a value, if there is one. */
    public Conditions and(String left, Optional<?> value) {
        value.ifPresent(present -> append(left + " " + placeholder(present)));
        return this;
    }

    /**
     * Adds what makes a page follow another in descending order.
     *
     * @param key the columns of time and id, in brackets
     */
    public Conditions before(String key, Optional<Position> position) {
        position.ifPresent(
                last -> append(key + " < (" + placeholder(utc(last.at())) + ", " + placeholder(last.id()) + ")"));
        return this;
    }

    /** Adds a value; answers its name in the text. */
    public String placeholder(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private void append(String condition) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
    }

    public String text() {
        return text.toString();
    }

    public Tuple values() {
        return values;
    }

    /** A moment as the database takes it. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
