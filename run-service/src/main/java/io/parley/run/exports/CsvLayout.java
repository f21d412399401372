package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.executions.ExecutionView;
import io.parley.run.runs.RunView;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180, with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
 * recommends: answers come from systems that nobody vouches for.
 */
final class CsvLayout implements Layout {

    private static final double MILLIS = 1_000;
    private static final String FORMULAS = "=+-@\t\r";

    private final ObjectMapper json;

    CsvLayout(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String beginning() {
        return line(
                "run",
                "suite",
                "revision",
                "target",
                "case",
                "vars",
                "repeat",
                "status",
                "verdict",
                "score",
                "seconds",
                "reasons",
                "conversation");
    }

    @Override
    public String runBegins(RunView run) {
        return "";
    }

    @Override
    public String execution(RunView run, ExecutionResult result) {
        ExecutionView execution = result.execution();
        Findings findings = new Findings(json, result);
        return line(
                run.id().toString(),
                text(run.suiteName()),
                String.valueOf(run.revision()),
                text(run.targetName()),
                text(execution.caseName()),
                execution.vars(),
                String.valueOf(execution.repeat()),
                execution.status().name(),
                shown(execution.verdict()),
                shown(execution.score()),
                execution.duration() == null
                        ? ""
                        : String.valueOf(execution.duration().toMillis() / MILLIS),
                text(String.join("\n", findings.reasons())),
                text(String.join("\n", findings.conversation())));
    }

    @Override
    public String runEnds(RunView run) {
        return "";
    }

    @Override
    public String end() {
        return "";
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String line(String... fields) {
        return Arrays.stream(fields).map(CsvLayout::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
