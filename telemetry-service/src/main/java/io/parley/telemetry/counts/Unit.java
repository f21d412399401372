package io.parley.telemetry.counts;

/** A unit of time smaller than a day that events are counted by. */
enum Unit {
    HOUR("event_count_hour", "hour"),
    MINUTE("event_count_minute", "minute");

    private final String table;
    private final String column;

    Unit(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** The table of its counts. */
    String table() {
        return table;
    }

    /** The column with its beginning. */
    String column() {
        return column;
    }
}
