package io.parley.telemetry.events;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Optional;

/** The conditions of one query. A condition that is not asked for is not in its text, so that the planner sees the index. */
final class Conditions {

    private final StringBuilder text = new StringBuilder();
    private final Tuple values = Tuple.tuple();

    /** Adds a condition on a value, if there is one. */
    Conditions and(String left, Optional<?> value) {
        value.ifPresent(present -> append(left + " " + placeholder(present)));
        return this;
    }

    /** Adds what makes a page follow another in descending order of time and id. */
    Conditions before(Optional<Position> position) {
        position.ifPresent(last -> append("(occurred_at, event_id) < ("
                + placeholder(last.occurredAt().atOffset(ZoneOffset.UTC)) + ", " + placeholder(last.eventId()) + ")"));
        return this;
    }

    /** Adds a value; answers its name in the text. */
    String placeholder(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private void append(String condition) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
    }

    String text() {
        return text.toString();
    }

    Tuple values() {
        return values;
    }
}
