package io.parley.cli.runs;

import io.parley.cli.api.GateResult;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Style;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What decides over a run: the gate of its suite, or without one that every execution passes. */
record GateReport(RunView run, Optional<GateResult> gate) {

    boolean passed() {
        return gate.map(GateResult::passed)
                .orElseGet(() -> run.counts().passed() == run.counts().total());
    }

    List<String> lines(Style style) {
        String mark = "  " + (passed() ? style.green(style.tick()) : style.red(style.cross()));
        if (gate.isEmpty()) {
            return List.of(mark + (passed() ? " All passed" : " The suite has no gate, so all must pass"));
        }
        Stream<String> conditions = gate.get().conditions().stream()
                .map(condition -> "    " + (condition.passed() ? style.tick() : style.cross()) + " "
                        + condition.condition() + ": " + condition.reason());
        return Stream.concat(Stream.of(mark + (passed() ? " Gate passed" : " Gate failed")), conditions)
                .toList();
    }
}
