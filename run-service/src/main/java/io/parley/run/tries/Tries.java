package io.parley.run.tries;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.WorkspaceId;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.parley.run.suites.Suites;
import io.parley.run.targets.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Tries targets. A try is a run of one case, so that it goes the way of all runs, keeps to the target's limits and is lost by no
 * crash. Nothing is expected of the answer but that there is one: it passes.
 */
@ApplicationScoped
class Tries {

    private static final int LONGEST_NAME = 200;

    private final Targets targets;
    private final Suites suites;
    private final Runs runs;
    private final ObjectMapper json;

    Tries(Targets targets, Suites suites, Runs runs, ObjectMapper json) {
        this.targets = targets;
        this.suites = suites;
        this.runs = runs;
        this.json = json;
    }

    /** Starts the run. No target of this name in the workspace: a 404. */
    Uni<RunView> start(WorkspaceId workspace, UUID starting, String name, String message) {
        return targets.require(workspace, name)
                .chain(target -> suites.importFile(workspace, starting, suite(target, message))
                        .chain(imported ->
                                runs.start(workspace, starting, imported.id(), imported.revision(), target.id())));
    }

    /** The message is a variable, so that nothing in it is taken for a template. */
    private byte[] suite(LiveTarget target, String message) {
        String name = ("Try " + target.name()).strip();
        ObjectNode suite = json.createObjectNode()
                .put("parley", 1)
                .put(
                        "name",
                        name.length() > LONGEST_NAME
                                ? name.substring(0, LONGEST_NAME).strip()
                                : name);
        ObjectNode only = suite.putArray("cases").addObject().put("name", "try").put("keep-requests", true);
        only.putObject("vars").put("said", message);
        ObjectNode turn = only.putArray("turns").addObject().put("user", "{{said}}");
        turn.putArray("expect").addObject().putObject("length").put("min", 0);
        only.put("timeout", "60s");
        return suite.toString().getBytes(StandardCharsets.UTF_8);
    }
}
