package io.parley.validation.sql;

import java.util.List;

/** What a text is to a parser of SQL. */
sealed interface Sql {

    /**
     * It is SQL.
     *
     * @param kinds of its statements, such as select, in their order and those in their WITH before them; not empty
     */
    record Statements(List<String> kinds) implements Sql {}

    /**
     * It is not.
     *
     * @param reason says what is wrong, and where
     */
    record Mistake(String reason) implements Sql {}
}
