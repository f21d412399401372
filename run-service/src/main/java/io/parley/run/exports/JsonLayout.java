package io.parley.run.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.runs.RunView;

/** {@code {"runs": [{"run": ..., "executions": [...]}]}}, runs and executions as the API shows them. */
final class JsonLayout implements Layout {

    private final ObjectMapper json;
    private String betweenRuns = "\n";
    private String betweenExecutions = "";

    JsonLayout(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String beginning() {
        return "{\"runs\": [";
    }

    @Override
    public String runBegins(RunView run) {
        String text = betweenRuns + "{\"run\": " + write(run) + ", \"executions\": [";
        betweenRuns = ",\n";
        betweenExecutions = "\n";
        return text;
    }

    @Override
    public String execution(RunView run, ExecutionResult execution) {
        String text = betweenExecutions + write(execution);
        betweenExecutions = ",\n";
        return text;
    }

    @Override
    public String runEnds(RunView run) {
        return "\n]}";
    }

    @Override
    public String end() {
        return "\n]}\n";
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view that is no JSON", impossible);
        }
    }
}
