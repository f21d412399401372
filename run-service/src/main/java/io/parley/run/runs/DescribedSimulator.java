package io.parley.run.runs;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.local.ForLocal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A model that plays users and that the suite describes itself. */
@ForLocal
public final class DescribedSimulator {

    /** Of a model that the suite describes, which says nothing of what it takes: as of targets that do not say. */
    private static final Limits USUAL = new Limits(10, null);

    private DescribedSimulator() {}

    /** Every run that describes the same model shares its limits. */
    public static ChatTarget of(WorkspaceId workspace, String name, SuiteModel model) {
        String address = Objects.requireNonNull(model.baseUrl(), "a model without a key has an address");
        byte[] identity = (workspace + " " + model.model() + " " + address).getBytes(StandardCharsets.UTF_8);
        return new ChatTarget(
                new TargetId(UUID.nameUUIDFromBytes(identity)),
                name,
                address,
                model.model(),
                Map.of(),
                null,
                Map.of(),
                false,
                null,
                1,
                USUAL,
                Map.of());
    }
}
