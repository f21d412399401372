package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many there must be, as {@code >=2}, {@code 3} or nothing, which means some.
 *
 * @param comparison of JavaScript
 */
record Count(String comparison, int number) {

    private static final Pattern WRITTEN = Pattern.compile("(<=|<|>=|>|==|=|)\\s*([0-9]{1,9})");

    /** Nothing if it is no count. */
    static Optional<Count> of(List<String> arguments, int at) {
        Matcher written =
                WRITTEN.matcher(arguments.size() > at ? arguments.get(at).strip() : ">0");
        return written.matches()
                ? Optional.of(new Count(
                        written.group(1).matches("=*") ? "===" : written.group(1), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    /** As assertions have it; none can be fewer than none, so that is a count which nothing has. */
    ObjectNode range() {
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        switch (comparison) {
            case "<=" -> range.put("max", number);
            case ">=" -> range.put("min", number);
            case ">" -> range.put("min", number + 1);
            case "<" -> below(range);
            default -> range.put("exact", number);
        }
        return range;
    }

    private void below(ObjectNode range) {
        if (number > 0) {
            range.put("max", number - 1);
        } else {
            range.put("min", 1).put("max", 0);
        }
    }
}
