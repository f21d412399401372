package io.parley.validation.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.contracts.Report;
import io.parley.contracts.Reported.ToolCall;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.stream.StreamSupport;

/** The calls of tools that a target reports, and how sentences speak of them. */
record Calls(Subject subject, List<ToolCall> all) {

    /** What a value in arguments costs. */
    private static final int STEPS_OF_A_VALUE = 50;

    private static final JsonMapper JSON = new JsonMapper();

    static Calls of(Subject subject) {
        return new Calls(subject, subject.reports().toolCalls());
    }

    List<String> names() {
        return all.stream().map(ToolCall::name).toList();
    }

    /** The arguments of each call of a tool. */
    List<JsonNode> arguments(String name) {
        return all.stream()
                .filter(call -> call.name().equals(name))
                .map(call -> counted(JSON.valueToTree(call.arguments()), subject.effort()))
                .toList();
    }

    /** What came instead: the names that were called, or that none was and where calls are looked for. */
    String instead() {
        return all.isEmpty()
                ? subject.name() + " calls no tool" + subject.reports().source(Report.TOOL_CALLS)
                : subject.name() + " calls " + Quote.of(names());
    }

    /** That there are more than the one that is shown. */
    static String more(List<JsonNode> called) {
        return called.size() == 1 ? "" : " (the first of " + called.size() + " calls)";
    }

    private static JsonNode counted(JsonNode arguments, Effort effort) {
        effort.spend((long) STEPS_OF_A_VALUE * values(arguments));
        return arguments;
    }

    private static int values(JsonNode node) {
        return 1
                + StreamSupport.stream(node.spliterator(), false)
                        .mapToInt(Calls::values)
                        .sum();
    }
}
