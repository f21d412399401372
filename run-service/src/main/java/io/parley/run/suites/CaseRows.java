package io.parley.run.suites;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The rows that a case is held over, each time with the variables of one.
 *
 * @param size of all of them, in characters
 * @param largest of one, in characters
 */
record CaseRows(List<ObjectNode> rows, long size, int largest) {

    /** Of a case without data, which is held once. */
    static final CaseRows NONE = new CaseRows(List.of(JsonNodeFactory.instance.objectNode()), 0, 0);

    static CaseRows of(List<ObjectNode> rows) {
        int[] sizes = rows.stream().mapToInt(row -> row.toString().length()).toArray();
        long size = 0;
        int largest = 0;
        for (int each : sizes) {
            size += each;
            largest = Math.max(largest, each);
        }
        return new CaseRows(rows, size, largest);
    }
}
