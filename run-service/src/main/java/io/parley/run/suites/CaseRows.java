package io.parley.run.suites;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows that a case is held over, each time with the variables of one.
 *
 * @param size of all of them, in characters
 * @param largest of one, in characters
 * @param columns that any of them has
 */
record CaseRows(List<ObjectNode> rows, long size, int largest, Set<String> columns) {

    /** Of a case without data, which is held once. */
    static final CaseRows NONE = new CaseRows(List.of(JsonNodeFactory.instance.objectNode()), 0, 0, Set.of());

    static CaseRows of(List<ObjectNode> rows) {
        int[] sizes = rows.stream().mapToInt(row -> row.toString().length()).toArray();
        long size = 0;
        int largest = 0;
        Set<String> columns = new HashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        for (int each : sizes) {
            size += each;
            largest = Math.max(largest, each);
        }
        return new CaseRows(rows, size, largest, columns);
    }
}
