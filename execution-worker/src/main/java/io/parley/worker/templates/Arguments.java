package io.parley.worker.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the parentheses of a filter. */
record Arguments(List<@Nullable Object> values) {

    @Nullable Object at(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    String text(int index, String otherwise) {
        Object value = at(index);
        return value == null ? otherwise : Values.text(value);
    }

    int number(int index, int otherwise) {
        double value = Values.number(at(index));
        return Double.isNaN(value) ? otherwise : (int) value;
    }
}
