package io.parley.cli.demo;

import io.parley.cli.api.ExecutionView;
import io.parley.cli.api.NewTarget;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunStatus;
import io.parley.cli.api.RunView;
import io.parley.cli.api.SuiteView;
import io.parley.cli.report.ProgressBar;
import io.parley.cli.report.RunReport;
import io.parley.cli.terminal.Steps;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import io.parley.contracts.Limits;
import io.parley.contracts.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sample suite, run against the demo assistant over the public API, and what came of it. */
final class DemoRun {

    /** Slow enough to be watched: the suite's 46 turns take some three seconds. */
    private static final Limits PACE = new Limits(4, 15.0);

    private final ParleyApi api;
    private final Terminal terminal;
    private final Steps steps;

    DemoRun(ParleyApi api, Terminal terminal, Steps steps) {
        this.api = api;
        this.terminal = terminal;
        this.steps = steps;
    }

    /** Runs and reports; true if exactly the deliberate faults were found. */
    boolean of(URI assistant) {
        UUID target = steps.step("Assistant registered as a target", () -> api.register(target(assistant, PACE)));
        SuiteView suite = steps.step("Suite imported: " + SampleSuite.FILE, () -> api.importSuite(SampleSuite.yaml()));
        terminal.line();
        RunView run = ProgressBar.follow(api, terminal, api.startRun(suite.id(), target));
        List<ExecutionView> failures =
                api.executions(run.id(), Verdict.FAIL, run.counts().total());
        terminal.line();
        new RunReport(terminal.style()).lines(run, failures).forEach(terminal::line);
        terminal.line();
        return judge(run, failures);
    }

    static NewTarget target(URI assistant, Limits limits) {
        return new NewTarget(
                "Demo assistant",
                assistant.toString(),
                "POST",
                Map.of("Content-Type", "application/json"),
                "{\"conversation\": \"{{conversation}}\", \"message\": \"{{message}}\"}",
                "/answer",
                limits,
                Map.of());
    }

    private boolean judge(RunView run, List<ExecutionView> failures) {
        Set<String> failed = failures.stream().map(ExecutionView::caseName).collect(Collectors.toSet());
        boolean asExpected = run.status() == RunStatus.COMPLETED
                && failed.equals(SampleSuite.FAULTY_CASES)
                && run.counts().passed() + run.counts().failed() == run.counts().total();
        say(
                asExpected
                        ? "The assistant has both faults on purpose: the demo worked."
                        : "This is not what the demo should find: two failed cases, \""
                                + String.join("\" and \"", SampleSuite.FAULTY_CASES) + "\", and all others passed.");
        return asExpected;
    }

    private void say(String text) {
        Wrapped.lines(text, Terminal.WIDTH - 2).forEach(line -> terminal.line("  " + line));
    }
}
