package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Counts;
import io.parley.contracts.Verdict;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.runs.PassRate;
import io.parley.run.runs.RunView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A heading and the counts of each run, and a table of the executions that did not pass. */
final class MarkdownLayout implements Layout {

    private static final String TABLE = "\n| verdict | case | reasons |\n|---|---|---|\n";

    private final ObjectMapper json;
    private String before = "";

    MarkdownLayout(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String beginning() {
        return "";
    }

    @Override
    public String runBegins(RunView run) {
        Counts counts = run.counts();
        before = TABLE;
        return "# " + line(run.suiteName()) + " on " + line(run.targetName()) + "\n\n"
                + counts.passed() + " passed, " + counts.failed() + " failed, " + counts.errored() + " errors, "
                + counts.unsure() + " unsure, " + counts.cancelled() + " cancelled. " + rate(run.passRate()) + "\n";
    }

    @Override
    public String execution(RunView run, ExecutionResult result) {
        Verdict verdict = result.execution().verdict();
        if (verdict == Verdict.PASS) {
            return "";
        }
        Findings findings = new Findings(json, result);
        String row = before + "| " + (verdict == null ? "cancelled" : verdict.name()) + " | " + line(findings.title())
                + " | " + line(String.join("\n", findings.reasons())) + " |\n";
        before = "";
        return row;
    }

    @Override
    public String runEnds(RunView run) {
        return "\n";
    }

    @Override
    public String end() {
        return "";
    }

    private static String rate(@Nullable PassRate rate) {
        return rate == null
                ? "No pass rate: nothing has passed or failed."
                : String.format(
                        Locale.ROOT,
                        "Pass rate %.1f%%, 95%% interval %.1f%% to %.1f%%.",
                        100 * rate.value(),
                        100 * rate.low(),
                        100 * rate.high());
    }

    /** One line that Markdown shows as it is. */
    private static String line(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1").replaceAll("\\R", "<br>");
    }
}
