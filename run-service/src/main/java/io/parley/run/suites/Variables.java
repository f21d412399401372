package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The variables of a written case; a list stands for each of its values in turn, data for each of its rows. */
final class Variables {

    private final List<Map.Entry<String, JsonNode>> lists = new ArrayList<>();
    private final ObjectNode fixed;
    private final List<ObjectNode> rows;

    Variables(JsonNode vars, CaseRows data, ObjectMapper json) {
        this.rows = data.rows();
        this.fixed = json.createObjectNode();
        vars.properties().forEach(entry -> {
            fixed.set(entry.getKey(), entry.getValue());
            if (entry.getValue().isArray()) {
                lists.add(entry);
            }
        });
    }

    int count() {
        return lists.stream().mapToInt(entry -> entry.getValue().size()).reduce(rows.size(), Math::multiplyExact);
    }

    /** JSON objects, one for each combination, the last list changing fastest and the rows slowest. */
    Stream<String> combinations() {
        return IntStream.range(0, count()).mapToObj(this::combination);
    }

    private String combination(int number) {
        ObjectNode vars = fixed.objectNode().setAll(fixed);
        int rest = number;
        for (Map.Entry<String, JsonNode> list : lists.reversed()) {
            int size = list.getValue().size();
            vars.set(list.getKey(), list.getValue().get(rest % size));
            rest /= size;
        }
        vars.setAll(rows.get(rest));
        return vars.toString();
    }
}
