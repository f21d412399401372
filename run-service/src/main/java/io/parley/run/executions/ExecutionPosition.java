package io.parley.run.executions;

import io.parley.platform.pages.Cursor;

/**
 * Where an execution stands among those of its run.
 *
 * @param position of its case
 * @param repeat of its case
 */
record ExecutionPosition(int position, int repeat) {

    static final ExecutionPosition BEFORE_ALL = new ExecutionPosition(-1, 0);

    private static final String SEPARATOR = "/";

    static ExecutionPosition of(ExecutionView execution) {
        return new ExecutionPosition(execution.position(), execution.repeat());
    }

    static Cursor cursor(ExecutionView execution) {
        return new Cursor(execution.position() + SEPARATOR + execution.repeat());
    }

    /** Reads the key of such a cursor; anything else is an {@link IllegalArgumentException}. */
    static ExecutionPosition parse(String key) {
        int separator = key.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("no position: " + key);
        }
        return new ExecutionPosition(
                Integer.parseInt(key.substring(0, separator)), Integer.parseInt(key.substring(separator + 1)));
    }
}
