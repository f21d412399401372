package io.parley.local.suites;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.secrets.Sealer;
import io.parley.run.runs.DescribedSimulator;
import io.parley.run.suites.Simulator;
import io.parley.run.suites.SuiteFile;
import io.parley.run.targets.DefinitionReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who takes part in the conversations of a suite. Nobody is registered here: all of them stand in the suite. */
@ApplicationScoped
public class Partners {

    private final DefinitionReader definitions;
    private final Sealer sealer;

    Partners(DefinitionReader definitions, Sealer sealer) {
        this.definitions = definitions;
        this.sealer = sealer;
    }

    /**
     * The target that the suite defines, with its secrets from the environment. If it defines none, or another one is wanted, or a
     * secret is not there, a 422 that says what would be right.
     *
     * @param wanted name of the target that is to be asked; null for the suite's own
     */
    public LiveTarget target(SuiteFile suite, @Nullable String wanted) {
        String name = wanted == null ? suite.target().name() : wanted;
        JsonNode definition = suite.target().definition();
        if (definition == null || !definition.get("name").asText().equals(name)) {
            throw LocalSuiteProblems.NEEDS_PLATFORM.problem(
                    name == null
                            ? "The suite names no target; define one in it."
                            : "The target '%s' would be one that is registered with a platform; define it in the suite."
                                    .formatted(name));
        }
        return definitions.target(definition, new TargetId(Ids.next()), sealed(definitions.variables(definition)));
    }

    private Map<String, String> sealed(Map<String, String> variables) {
        return variables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, secret -> sealer.seal(value(secret.getValue()))));
    }

    private static String value(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> LocalSuiteProblems.NOT_SET.problem(
                        "The environment variable %s, which the suite names as a secret of its target, is not set."
                                .formatted(variable)));
    }

    /**
     * The models that play users, by the names that cases call them. One that the suite does not describe is a 422 that names it.
     *
     * @param names of those that are asked
     */
    public Map<String, ChatTarget> simulators(WorkspaceId workspace, SuiteFile suite, Set<String> names) {
        return suite.simulators().stream()
                .filter(simulator -> names.contains(simulator.name()))
                .collect(Collectors.toMap(Simulator::name, simulator -> described(workspace, simulator)));
    }

    private static ChatTarget described(WorkspaceId workspace, Simulator simulator) {
        SuiteModel model = simulator.model();
        if (model == null) {
            throw LocalSuiteProblems.NEEDS_PLATFORM.problem(
                    "Its cases have users played by '%s', which would be registered with a platform; describe it among the suite's models."
                            .formatted(simulator.name()));
        }
        return DescribedSimulator.of(workspace, simulator.name(), model);
    }
}
