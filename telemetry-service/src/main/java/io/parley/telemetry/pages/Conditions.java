package io.parley.telemetry.pages;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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

    /**
     * The query for the first rows that fulfil the conditions.
     *
     * @param select columns and table, with {@code subject_id}
     * @param order of the rows, by names of those columns
     * @param ids under which a subject may be stored, if only its rows are wanted; of each the first rows come out of an index
     */
    public String first(int limit, String select, String order, Optional<? extends Collection<String>> ids) {
        String known = ids.map(some -> placeholder(some.toArray(String[]::new))).orElse("");
        String end = " order by " + order + " limit " + placeholder(limit);
        return known.isEmpty()
                ? select + " where " + text + end
                : "select found.* from unnest(" + known + "::text[]) as known(id) cross join lateral (" + select
                        + " where " + text + " and subject_id = known.id" + end + ") as found" + end;
    }

    /** Adds a value; answers its name in the text. */
    private String placeholder(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private void append(String condition) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
    }

    public Tuple values() {
        return values;
    }

    /** A moment as the database takes it. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
