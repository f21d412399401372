package io.parley.run.targets;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Targets that suites define in place: registered with the suite's import, and changed by its later ones. */
@ApplicationScoped
public class TargetDefinitions {

    private final DefinitionReader reader;
    private final TargetRepository targets;

    TargetDefinitions(DefinitionReader reader, TargetRepository targets) {
        this.reader = reader;
        this.targets = targets;
    }

    /**
     * Registers what a suite defines, or changes it to that; secrets that it was given since stay. Another target of its name in the
     * workspace: a 409.
     *
     * @param definition without mistakes
     */
    public Uni<Void> define(SqlConnection transaction, WorkspaceId workspace, SuiteId suite, JsonNode definition) {
        return targets.lockNamed(transaction, workspace, definition.get("name").asText())
                .map(found -> found.map(target -> target.requireOf(suite)))
                .chain(found -> targets.define(transaction, workspace, suite, target(definition, found)));
    }

    private LiveTarget target(JsonNode definition, Optional<LiveTarget> before) {
        return reader.target(
                definition,
                before.map(LiveTarget::id).orElseGet(() -> new TargetId(Ids.next())),
                before.map(LiveTarget::sealedSecrets).orElse(Map.of()));
    }
}
