package io.parley.auth.rows;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Turns rows into what they stand for. */
public final class Rows {

    private Rows() {}

    /** The first row, for queries that find at most one. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> of) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(of);
    }

    /** Every row, in the query's order. */
    public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> of) {
        return StreamSupport.stream(rows.spliterator(), false).map(of).toList();
    }
}
