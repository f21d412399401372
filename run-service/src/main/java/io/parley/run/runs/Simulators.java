package io.parley.run.runs;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Simulator;
import io.parley.run.targets.Targets;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the models that play the users of a run, as they are when it starts. */
@ApplicationScoped
class Simulators {

    private final ChosenCases cases;
    private final Targets targets;

    Simulators(ChosenCases cases, Targets targets) {
        this.cases = cases;
        this.targets = targets;
    }

    /** By the names that the cases of the run call them. One that is not there is a 422 that names it. */
    Uni<Map<String, ChatTarget>> of(WorkspaceId workspace, Revision revision, RunOptions options) {
        return cases.simulators(revision, options)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(simulator -> find(workspace, simulator))
                .collect()
                .asMap(ChatTarget::name);
    }

    private Uni<ChatTarget> find(WorkspaceId workspace, Simulator simulator) {
        SuiteModel model = simulator.model();
        return model == null
                ? targets.find(workspace, simulator.name()).map(found -> requireChat(simulator, found))
                : Uni.createFrom().item(() -> DescribedSimulator.of(workspace, simulator.name(), model));
    }

    private static ChatTarget requireChat(Simulator simulator, Optional<LiveTarget> found) {
        if (found.isPresent() && found.get() instanceof ChatTarget chat) {
            return chat;
        }
        throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError(
                "/suiteId",
                "its cases have users played by '%s', which must be a registered target of the kind chat, or a model that the suite describes"
                        .formatted(simulator.name()))));
    }
}
