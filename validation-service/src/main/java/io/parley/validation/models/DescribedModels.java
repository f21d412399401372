package io.parley.validation.models;

import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import io.parley.validation.models.Model.Endpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes models of what suites say about them. */
final class DescribedModels {

    private static final int USUAL_CONCURRENCY = 8;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    private DescribedModels() {}

    /**
     * One that uses the key of a registered model, and with it whatever else is registered: only its name at the endpoint is
     * the suite's. A key goes to no other address than the one that it was entered for, since whoever writes suites need not
     * know it.
     */
    static Model withKeyOf(Model registered, SuiteModel described) {
        Endpoint known = registered.endpoint();
        String baseUrl = described.baseUrl();
        if (baseUrl != null && !usable(baseUrl).equals(known.baseUrl())) {
            throw new NoModel("the key of \"" + registered.name() + "\" is for another base-url than the suite's");
        }
        return new Model(
                registered.id(),
                registered.workspaceId(),
                registered.name(),
                new Endpoint(known.baseUrl(), described.model(), known.sealedKey()),
                registered.prices(),
                registered.maxConcurrency(),
                registered.timeout(),
                registered.budget(),
                registered.reuseFor());
    }

    /** One that needs no key: free of charge, and the same one wherever in the workspace it is described so. */
    static Model withoutKey(WorkspaceId workspace, String name, SuiteModel described) {
        return withKey(workspace, name, described, null);
    }

    /**
     * The same with a key of whoever runs the suite.
     *
     * @param sealedKey null for none
     */
    static Model withKey(WorkspaceId workspace, String name, SuiteModel described, @Nullable String sealedKey) {
        Endpoint endpoint = new Endpoint(usable(described.baseUrl()), described.model(), sealedKey);
        return new Model(
                id(workspace, endpoint),
                workspace,
                name,
                endpoint,
                new Prices(BigDecimal.ZERO, BigDecimal.ZERO),
                USUAL_CONCURRENCY,
                USUAL_TIMEOUT,
                new Budget(null, null),
                null);
    }

    private static String usable(@Nullable String baseUrl) {
        if (baseUrl == null) {
            throw new NoModel("the suite gives it neither base-url nor key");
        }
        String complaint = BaseUrl.complaint(baseUrl);
        if (complaint != null) {
            throw new NoModel("its base-url " + complaint);
        }
        return BaseUrl.plain(baseUrl);
    }

    private static UUID id(WorkspaceId workspace, Endpoint endpoint) {
        String all = workspace + " " + endpoint.baseUrl() + " " + endpoint.model();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
